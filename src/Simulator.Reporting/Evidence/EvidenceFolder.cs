using System.Text;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Files;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Evidence;

/// <summary>Writes all that the evidence gives into a folder: tables, summary, picture.</summary>
public static class EvidenceFolder
{
    private const int SummaryWidth = 120;

    /// <summary>Names of the files that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    ["cases.csv", "evidence.csv", "evidence.json", "evidence.png", "evidence.svg", "problems.csv", "summary.txt"];

    /// <summary>Writes every file, or leaves the folder as it was.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <returns>The names of the files written, in ordinal order.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static IReadOnlyList<string> Write(EvidenceResult evidence, string directory)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return StagedFiles.Write(directory, Contents(evidence));
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Contents(EvidenceResult evidence)
    {
        foreach (var table in EvidenceTables.All(evidence))
        {
            yield return (table.Name + ".csv", stream => CsvTables.Write(table, stream));
        }

        yield return ("evidence.json", stream => EvidenceJson.Write(evidence, stream));
        yield return ("summary.txt", stream => WriteSummary(evidence, stream));
        using var figure = EvidencePlot.Draw(evidence, Theme.Light);
        var (png, svg) = (figure.ToPng(), figure.ToSvg());
        yield return ("evidence.png", stream => stream.Write(png));
        yield return ("evidence.svg", stream => stream.Write(svg));
    }

    private static void WriteSummary(EvidenceResult evidence, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        EvidenceText.Write(evidence, writer, new TextLayout(SummaryWidth));
    }
}
