using System.Text;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Files;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Comparing;

/// <summary>Writes all that <c>compare</c> gives into a folder: tables, answer, picture.</summary>
public static class CompareFolder
{
    private const int SummaryWidth = 120;

    /// <summary>Names of the files that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    ["cells.csv", "compare.json", "compare.png", "compare.svg", "pairs.csv", "summary.txt"];

    /// <summary>Writes every file, or leaves the folder as it was.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <returns>The names of the files written, in ordinal order.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static IReadOnlyList<string> Write(CompareResult found, string directory)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        using var figure = ComparePlot.Draw(found, Theme.Light);
        var (png, svg) = (figure.ToPng(), figure.ToSvg());
        return StagedFiles.Write(
            directory,
            [
                ("cells.csv", stream => CsvTables.Write(CompareTables.Cells(found), stream)),
                ("compare.json", stream => CompareJson.Write(found, stream)),
                ("compare.png", stream => stream.Write(png)),
                ("compare.svg", stream => stream.Write(svg)),
                ("pairs.csv", stream => CsvTables.Write(CompareTables.Pairs(found), stream)),
                ("summary.txt", stream => WriteSummary(found, stream)),
            ]
        );
    }

    private static void WriteSummary(CompareResult found, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        CompareText.Write(found, writer, new TextLayout(SummaryWidth));
    }
}
