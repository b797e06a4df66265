using System.Text;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Files;
using Simulator.Reporting.Json;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Attribution;

/// <summary>Writes what <c>explain</c> gives: all that <c>run</c> gives, the tables of attribution, a waterfall of shares.</summary>
public static class ExplainFolder
{
    private const string Summary = "summary.txt";
    private const string Json = "result.json";

    /// <summary>Names of the files that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    [
        .. ReportFolder.TableNames,
        "busy.csv",
        "elasticity.csv",
        "next.csv",
        "path.csv",
        "path_shares.csv",
        "shapley.csv",
    ];

    /// <summary>Writes every file, or leaves the folder as it was.</summary>
    /// <param name="explanation">What was found out, answer and warnings included.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <returns>The names of the files written, in ordinal order.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static IReadOnlyList<string> Write(Explanation explanation, string directory)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return StagedFiles.Write(directory, Contents(explanation));
    }

    /// <summary>The answer as one JSON object: that of <c>run</c> with the tables of attribution behind its own.</summary>
    /// <param name="explanation">What was found out.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    public static void WriteJson(Explanation explanation, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        StudyJson.Write(explanation.Study, AttributionTables.All(explanation.Attribution), stream);
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Contents(Explanation explanation)
    {
        var (study, result) = explanation;
        foreach (var file in ReportFolder.Contents(study, null).Where(file => file.Name is not (Summary or Json)))
        {
            yield return file;
        }

        foreach (var table in AttributionTables.All(result))
        {
            yield return (table.Name + ".csv", stream => CsvTables.Write(table, stream));
        }

        yield return (Json, stream => WriteJson(explanation, stream));
        yield return (Summary, stream => WriteSummary(explanation, stream));
        var shares = study with { Waterfall = result.Waterfall };
        yield return (
            "shapley.png",
            stream => ReportFolder.WritePicture(Pictures.Shapley, shares, null, stream, figure => figure.ToPng())
        );
        yield return (
            "shapley.svg",
            stream => ReportFolder.WritePicture(Pictures.Shapley, shares, null, stream, figure => figure.ToSvg())
        );
    }

    private static void WriteSummary(Explanation explanation, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        ExplainText.Write(explanation, writer, new TextLayout(ReportFolder.SummaryWidth));
    }
}
