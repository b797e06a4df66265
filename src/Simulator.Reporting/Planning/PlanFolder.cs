using System.Text;
using Simulator.Experiments.Files;
using Simulator.Experiments.Planning;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Json;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Planning;

/// <summary>Writes what <c>plan</c> gives: its tables, the answer, and the scenario with the changes made.</summary>
public static class PlanFolder
{
    /// <summary>The scenario with the changes made, comments kept.</summary>
    public const string Planned = "planned.yaml";

    /// <summary>Names of the files that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    ["plan.csv", Planned, "planned.csv", "result.json", "summary.txt", "untouched.csv"];

    /// <summary>Writes every file, or leaves the folder as it was.</summary>
    /// <param name="plan">The plan, answer and warnings included in its study before.</param>
    /// <param name="scenario">What was planned for: its N stands in the changed file too.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Write(PlanResult plan, Scenario scenario, string directory)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(scenario);
        StagedFiles.Write(directory, Contents(plan, scenario));
    }

    /// <summary>The answer as one JSON object: the scenario as it is, with the tables of the plan behind its own.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    public static void WriteJson(PlanResult plan, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(plan);
        StudyJson.Write(plan.Before, PlanTables.All(plan), stream);
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Contents(PlanResult plan, Scenario scenario)
    {
        foreach (var table in PlanTables.All(plan))
        {
            yield return (table.Name + ".csv", stream => CsvTables.Write(table, stream));
        }

        yield return ("result.json", stream => WriteJson(plan, stream));
        yield return ("summary.txt", stream => WriteSummary(plan, stream));
        var nodes = FormattableString.Invariant($"{scenario.Model.Cluster.Nodes}");
        var text = ScenarioText.With(scenario, [("cluster.nodes", nodes), .. plan.Changes]);
        yield return (Planned, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static void WriteSummary(PlanResult plan, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        PlanText.Write(plan, writer, new TextLayout(ReportFolder.SummaryWidth));
    }
}
