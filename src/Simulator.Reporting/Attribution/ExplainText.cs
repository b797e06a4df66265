using System.Globalization;
using Simulator.Analysis.Estimates;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Attribution;

/// <summary>The answer of <c>explain</c> for people at a terminal.</summary>
public static class ExplainText
{
    /// <summary>Writes the whole of it.</summary>
    /// <param name="explanation">What was found out, answer and warnings included.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(Explanation explanation, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        var (study, result) = explanation;
        TerminalSummary.WriteHead(study, writer, layout);
        void Section(string title, IReadOnlyList<string> lines) =>
            TerminalSummary.WriteSection(writer, layout, title, lines);

        var at = "at " + FocusText.Of(study);
        var bars = WaterfallSection.Lines(study with { Waterfall = result.Waterfall }, layout);
        Section($"From T_1 to T(N) {at}, by Shapley shares", bars);
        var runs = result.Replications == 1 ? "1 replication" : $"{result.Replications} replications";
        Section($"Factors, over {runs} with the same draws", Factors(result, layout));
        Section("What to cure first, next, and then", Cures(result, layout));
        Section("One per cent more of a lever changes T by so many per cent", Elasticities(result, layout));
        Section("The critical path", Blame(study, result, layout));
        Section("Services while they are asked", Windows(result, layout));
        TerminalSummary.WriteEnd(study, writer, layout);
    }

    private static IReadOnlyList<string> Factors(AttributionResult result, TextLayout layout) =>
        TextTable.Of(
            result.Factors,
            layout,
            ("factor", 0, row => row.Name, true),
            ("kind", 5, row => row.Kind, true),
            ("Shapley share", 0, row => HumanTime.Signed(row.Shapley.Mean), false),
            ("± 95 %".Replace("95", Level(result), StringComparison.Ordinal), 3, row => Half(row.Shapley), false),
            ("lifted alone saves", 0, row => HumanTime.Of(row.Removal.Mean), false),
            ("± ", 4, row => Half(row.Removal), false),
            ("alone in force costs", 1, row => HumanTime.Of(row.Alone.Mean), false),
            ("removed means", 6, row => row.Removed, true)
        );

    private static IReadOnlyList<string> Cures(AttributionResult result, TextLayout layout) =>
        TextTable.Of(
            result.Cures,
            layout,
            ("cure", 0, row => string.Join(", ", row.Factors), true),
            ("saves", 0, row => HumanTime.Of(row.Saves.Mean), false),
            ("±", 2, row => Half(row.Saves), false),
            ("leaves", 1, row => HumanTime.Of(row.RestSeconds), false)
        );

    private static IReadOnlyList<string> Elasticities(AttributionResult result, TextLayout layout) =>
        TextTable.Of(
            result.Elasticities,
            layout,
            ("lever", 0, row => row.Lever.Path, true),
            ("is", 2, row => row.Lever.Text(row.Lever.Number), false),
            ("tried", 3, row => row.Low == row.High ? "-" : $"{row.Low} and {row.High}", false),
            ("elasticity", 0, row => Number(row.Value?.Mean), false),
            (
                "interval",
                1,
                row => row.Value is { Lower: { } low, Upper: { } high } ? $"{Number(low)} to {Number(high)}" : "-",
                false
            )
        );

    private static IReadOnlyList<string> Blame(StudyResult study, AttributionResult result, TextLayout layout) =>
        TextTable.Of(
            result.Blame,
            layout,
            ("cause", 0, row => row.Cause, true),
            ("time", 0, row => HumanTime.Of(row.Seconds), false),
            ("of T(N)", 1, row => HumanShare.Of(row.Share.Mean), false),
            (
                "interval",
                2,
                row =>
                    row.Share is { Lower: { } low, Upper: { } high }
                        ? $"{HumanShare.Of(Math.Max(0, low))} to {HumanShare.Of(Math.Min(1, high))}"
                        : "-",
                false
            ),
            ($"bites in {study.Focus.Replications} runs", 3, row => HumanShare.Of(row.BitesShare), false)
        );

    private static IReadOnlyList<string> Windows(AttributionResult result, TextLayout layout) =>
        TextTable.Of(
            result.Windows,
            layout,
            ("service", 0, row => row.Service, true),
            ("kind", 3, row => row.Kind, true),
            ("from", 1, row => HumanTime.Of(row.FromSeconds), false),
            ("to", 1, row => HumanTime.Of(row.ToSeconds), false),
            ("busy", 0, row => row.Utilisation is { } share ? HumanShare.Of(share) : "-", false)
        );

    private static string Level(AttributionResult result) =>
        (100 * result.Makespan.Confidence).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Half(Estimate estimate) => HumanTime.Of(estimate.HalfWidth);

    private static string Number(double? value) =>
        value is { } number ? Math.Round(number, 2).ToString("0.00;-0.00;0.00", CultureInfo.InvariantCulture) : "-";
}
