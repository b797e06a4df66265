using Simulator.Experiments.Evidence;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Evidence;

/// <summary>The evidence for people at a terminal: the answer, every case, every point, every mechanism.</summary>
public static class EvidenceText
{
    /// <summary>Writes the evidence.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(EvidenceResult evidence, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        var head = $"{evidence.Source} · evidence · {evidence.Rows.Count} points · {evidence.Cases.Count} cases";
        writer.WriteLine(layout.Faint(TextLayout.Clean(head)));
        writer.WriteLine();
        foreach (var line in EvidenceWords.Answer(evidence).SelectMany(sentence => layout.Wrap(sentence, "- ", "  ")))
        {
            writer.WriteLine(line);
        }

        WriteSection(writer, layout, "Cases", CaseLines(evidence, layout));
        WriteSection(writer, layout, "Points", PointLines(evidence, layout));
        WriteSection(writer, layout, "Mechanisms", MechanismLines(evidence, layout));
    }

    private static IReadOnlyList<string> CaseLines(EvidenceResult evidence, TextLayout layout)
    {
        var cases = evidence.Cases.Where(result => result.Scenario is not null).ToList();
        TextColumn Of(string head, int priority, Func<CaseResult, string> text, bool isText = false) =>
            new(head, priority, [.. cases.Select(text)]) { IsText = isText };

        return TextTable.Lines(
            [
                Of("case", 0, result => result.Name, isText: true),
                Of("n counts", 3, result => result.Scenario!.Evidence!.Counts, isText: true),
                Of("measures", 2, result => result.Scenario!.Evidence!.Measure.Name, isText: true),
                Of("unseen", 0, result => $"{result.Counted.Count}"),
                Of("median error", 0, result => Share(CaseResult.MedianError(result.Counted))),
                Of("worst", 0, result => HumanShare.Deviation(CaseResult.WorstError(result.Counted))),
                Of("inside", 1, Inside),
                Of("leave-one-out", 1, result => Share(CaseResult.MedianError(EvidenceTables.LeftOut(result)))),
            ],
            layout
        );
    }

    private static IReadOnlyList<string> PointLines(EvidenceResult evidence, TextLayout layout)
    {
        TextColumn Of(string head, int priority, Func<EvidenceRow, string> text, bool isText = false) =>
            new(head, priority, [.. evidence.Rows.Select(text)]) { IsText = isText };

        return TextTable.Lines(
            [
                Of("case", 0, row => row.Point.Case, isText: true),
                Of("n", 0, EvidenceWords.N),
                Of("measured", 0, row => HumanTime.Of(row.Point.Seconds)),
                Of("predicted", 0, row => HumanTime.Of(row.Predicted)),
                Of("from", 2, row => HumanTime.Of(row.Low)),
                Of("to", 2, row => HumanTime.Of(row.High)),
                Of("error", 0, row => HumanShare.Deviation(row.Error)),
                Of("kind", 0, Kind, isText: true),
            ],
            layout
        );
    }

    private static string Inside(CaseResult result) =>
        result.Counted.Count == 0 ? "-" : $"{result.Counted.Count(row => row.IsInside)} of {result.Counted.Count}";

    private static IReadOnlyList<string> MechanismLines(EvidenceResult evidence, TextLayout layout) =>
        [
            .. evidence
                .Cases.Where(result => result.Scenario is not null)
                .SelectMany(result => layout.Wrap($"{result.Name}: {Mechanism(result)}", "- ", "  ")),
        ];

    private static string Mechanism(CaseResult result)
    {
        var spec = result.Scenario!.Evidence!;
        var unknown = spec.IsNegativeControl ? "negative control; " : "";
        var calibrated = result.Calibrated.Count > 0 ? $" Calibrated: {EvidenceTables.Calibrated(result)}." : "";
        return $"{unknown}{spec.Mechanism}.{calibrated}";
    }

    /// <summary>Short words, so that a narrow terminal has room for the names of cases.</summary>
    private static string Kind(EvidenceRow row) =>
        row.Kind switch
        {
            PointKind.Unseen => "unseen",
            PointKind.Calibrated => row.Basis == PredictionBasis.LeaveOneOut ? "left out" : "in-sample",
            PointKind.NegativeControl => "control",
            _ => "none",
        };

    private static string Share(double? share) => share is { } value ? HumanShare.Of(value) : "-";

    private static void WriteSection(TextWriter writer, TextLayout layout, string title, IReadOnlyList<string> lines)
    {
        writer.WriteLine();
        writer.WriteLine(layout.Accent(title));
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }
}
