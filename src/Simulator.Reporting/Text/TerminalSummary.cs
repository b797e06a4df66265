using System.Globalization;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Catalogue;

namespace Simulator.Reporting.Text;

/// <summary>The answer in words, then the tables behind it, for people at a terminal.</summary>
public static class TerminalSummary
{
    /// <summary>Writes the whole summary.</summary>
    /// <param name="study">The study.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(StudyResult study, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        WriteHead(study, writer, layout);
        WriteSection(writer, layout, "Makespan T(N)", CellSection.Lines(study, layout));
        WriteSection(writer, layout, "Growth", GrowthSection.Lines(study, layout));
        var (cell, at) = (study.Focus, "at " + FocusText.Of(study));
        var limits = $"Limits, the one that bites first on top; costs {at}";
        WriteSection(writer, layout, limits, LimitSection.Lines(study, layout));
        WriteSection(writer, layout, "From T_1 to T(N) " + at, WaterfallSection.Lines(study, layout));
        WriteSection(writer, layout, "The last node's time " + at, PartSection.Blame(cell, layout));
        WriteSection(writer, layout, "Steps " + at, PartSection.Steps(cell, layout));
        WriteSection(writer, layout, "Services " + at, PartSection.Services(cell, layout));

        WriteEnd(study, writer, layout);
    }

    /// <summary>Where published values come from, warnings and fingerprint.</summary>
    internal static void WriteEnd(StudyResult study, TextWriter writer, TextLayout layout)
    {
        WriteSection(writer, layout, "Published values", CatalogueText.Lines(study.Published, layout));
        var warnings = study.Warnings.SelectMany(warning => layout.Wrap(warning, "! ", "  ")).Select(layout.Alarm);
        WriteSection(writer, layout, "Before you believe it", [.. warnings]);
        WriteFingerprint(study, writer, layout);
    }

    /// <summary>Question, name, answer.</summary>
    internal static void WriteHead(StudyResult study, TextWriter writer, TextLayout layout)
    {
        foreach (var line in layout.Wrap(study.Question, string.Empty, string.Empty))
        {
            writer.WriteLine(layout.Strong(line));
        }

        var cells = study.Cells.Count == 1 ? "1 cell" : $"{HumanCount.Of((long)study.Cells.Count)} cells";
        foreach (var line in layout.Wrap($"{study.Scenario} · {study.Command} · {cells} · seed {study.Seed}", "", ""))
        {
            writer.WriteLine(layout.Faint(line));
        }

        if (study.Answer.Count > 0)
        {
            writer.WriteLine();
        }

        foreach (var line in study.Answer.SelectMany(sentence => layout.Wrap(sentence, "- ", "  ")))
        {
            writer.WriteLine(line);
        }
    }

    private static void WriteFingerprint(StudyResult study, TextWriter writer, TextLayout layout)
    {
        if (study.Fingerprint is { } fingerprint)
        {
            var text = fingerprint.ToString("x16", CultureInfo.InvariantCulture);
            writer.WriteLine();
            writer.WriteLine(layout.Faint($"Fingerprint {text} · results version {StudyResult.ResultsVersion}"));
        }
    }

    /// <summary>A title and its lines; nothing where there are none.</summary>
    internal static void WriteSection(TextWriter writer, TextLayout layout, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        foreach (var line in layout.Wrap(title, string.Empty, "  "))
        {
            writer.WriteLine(layout.Accent(line));
        }

        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }
}
