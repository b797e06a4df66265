using System.Text;
using Simulator.Experiments.Files;
using Simulator.Experiments.Floors;
using Simulator.Reporting.Json;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Floors;

/// <summary>Writes what <c>estimate</c> gives: all that <c>sweep</c> gives, and the tables of the floor.</summary>
public static class FloorFolder
{
    private const string Summary = "summary.txt";
    private const string Json = "result.json";

    /// <summary>Names of the files that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    [.. ReportFolder.TableNames, "acceptance.csv", "floor.csv", "tails.csv", "verdict.csv"];

    /// <summary>Writes every file, or leaves the folder as it was.</summary>
    /// <param name="estimate">The findings, answer and warnings included.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Write(FloorEstimate estimate, string directory)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        StagedFiles.Write(directory, Contents(estimate));
    }

    /// <summary>The answer as one JSON object: that of <c>sweep</c> with the tables of the floor behind its own.</summary>
    /// <param name="estimate">The findings.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    public static void WriteJson(FloorEstimate estimate, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        StudyJson.Write(estimate.Study, FloorTables.All(estimate), stream);
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Contents(FloorEstimate estimate)
    {
        foreach (
            var file in ReportFolder.Contents(estimate.Study, null).Where(file => file.Name is not (Summary or Json))
        )
        {
            yield return file;
        }

        foreach (var table in FloorTables.All(estimate))
        {
            yield return (table.Name + ".csv", stream => CsvTables.Write(table, stream));
        }

        yield return (Json, stream => WriteJson(estimate, stream));
        yield return (Summary, stream => WriteSummary(estimate, stream));
    }

    private static void WriteSummary(FloorEstimate estimate, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        FloorText.Write(estimate, writer, new TextLayout(ReportFolder.SummaryWidth));
    }
}
