using System.Text;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Files;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Elicitation;

/// <summary>Writes all that <c>elicit</c> gives into a folder: tables, answer, picture, and the scenario with the middles.</summary>
public static class ElicitFolder
{
    /// <summary>The scenario with the middle of each pool in place of the old number, comments kept.</summary>
    public const string Elicited = "elicited.yaml";

    private const int SummaryWidth = 120;

    /// <summary>Names of the files that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    [
        "answers.csv",
        "draws.csv",
        "elicit.json",
        Elicited,
        "experts.csv",
        "problems.csv",
        "questions.csv",
        "summary.txt",
        "times.csv",
        "tornado.png",
        "tornado.svg",
    ];

    /// <summary>What to know before the findings are believed, a sentence each.</summary>
    /// <param name="found">The findings.</param>
    public static IReadOnlyList<string> Warnings(ElicitResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return ElicitWords.Warnings(found);
    }

    /// <summary>Writes every file, or leaves the folder as it was.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <returns>The names of the files written, in ordinal order.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static IReadOnlyList<string> Write(ElicitResult found, string directory)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return StagedFiles.Write(directory, Contents(found));
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Contents(ElicitResult found)
    {
        foreach (var table in ElicitTables.All(found))
        {
            yield return (table.Name + ".csv", stream => CsvTables.Write(table, stream));
        }

        yield return ("elicit.json", stream => ElicitJson.Write(found, stream));
        yield return ("summary.txt", stream => WriteSummary(found, stream));
        var nodes = FormattableString.Invariant($"{found.Scenario.Model.Cluster.Nodes}");
        var text = ScenarioText.With(found.Scenario, [("cluster.nodes", nodes), .. found.Changes]);
        yield return (Elicited, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        using var figure = TornadoPlot.Draw(found, Theme.Light);
        var (png, svg) = (figure.ToPng(), figure.ToSvg());
        yield return ("tornado.png", stream => stream.Write(png));
        yield return ("tornado.svg", stream => stream.Write(svg));
    }

    private static void WriteSummary(ElicitResult found, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        ElicitText.Write(found, writer, new TextLayout(SummaryWidth));
    }
}
