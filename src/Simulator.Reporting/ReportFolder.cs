using System.Text;
using Simulator.Experiments.Files;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Json;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting;

/// <summary>Writes all that a study gives into a folder: tables, JSON, pictures, summary.</summary>
public static class ReportFolder
{
    internal const int SummaryWidth = 100;

    /// <summary>Names of the tables and texts that <see cref="Write"/> puts into every folder.</summary>
    public static IReadOnlyList<string> TableNames { get; } =
    [
        "blame.csv",
        "cells.csv",
        "progress.csv",
        "replications.csv",
        "result.json",
        "services.csv",
        "steps.csv",
        "summary.txt",
        "thresholds.csv",
        "waterfall.csv",
    ];

    /// <summary>
    /// Writes every file beside its place first and puts them in place only when all are on the disk: a failure on the
    /// way leaves the folder as it was.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <param name="theme">Colours of the pictures; light unless told otherwise.</param>
    /// <returns>The names of the files written, in ordinal order.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static IReadOnlyList<string> Write(StudyResult study, string directory, Theme? theme = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return StagedFiles.Write(directory, Contents(study, theme));
    }

    /// <summary>The files of a study.</summary>
    internal static IEnumerable<(string Name, Action<Stream> Write)> Contents(StudyResult study, Theme? theme)
    {
        foreach (var text in Texts(study))
        {
            yield return text;
        }

        var pictures = new List<(string Name, Func<StudyResult, Theme?, Figure> Draw)> { ("t-of-n", Pictures.TOfN) };
        if (study.Waterfall.Count > 0)
        {
            pictures.Add(("waterfall", Pictures.Waterfall));
        }

        if (study.Progress.Count > 0)
        {
            pictures.Add(("progress", Pictures.Progress));
        }

        foreach (var (name, draw) in pictures)
        {
            yield return (name + ".png", stream => WritePicture(draw, study, theme, stream, figure => figure.ToPng()));
            yield return (name + ".svg", stream => WritePicture(draw, study, theme, stream, figure => figure.ToSvg()));
        }
    }

    /// <summary>What is written beside the pictures: the tables, the JSON object, the summary.</summary>
    internal static IEnumerable<(string Name, Action<Stream> Write)> Texts(StudyResult study)
    {
        Table[] tables = [.. StudyTables.All(study), StudyTables.Progress(study), StudyTables.Replications(study)];
        foreach (var table in tables)
        {
            yield return (table.Name + ".csv", stream => CsvTables.Write(table, stream));
        }

        yield return ("result.json", stream => StudyJson.Write(study, stream));
        yield return ("summary.txt", stream => WriteSummary(study, stream));
    }

    /// <summary>A picture in one of its two forms.</summary>
    internal static void WritePicture(
        Func<StudyResult, Theme?, Figure> draw,
        StudyResult study,
        Theme? theme,
        Stream stream,
        Func<Figure, byte[]> encode
    )
    {
        using var figure = draw(study, theme);
        stream.Write(encode(figure));
    }

    private static void WriteSummary(StudyResult study, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        TerminalSummary.Write(study, writer, new TextLayout(SummaryWidth));
    }
}
