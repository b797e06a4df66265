using Simulator.Experiments.Floors;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Floors;

/// <summary>The answer of <c>estimate</c> for people at a terminal.</summary>
public static class FloorText
{
    /// <summary>Writes the whole of it.</summary>
    /// <param name="estimate">The findings, answer and warnings included.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(FloorEstimate estimate, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        var study = estimate.Study;
        TerminalSummary.WriteHead(study, writer, layout);
        void Section(string title, IReadOnlyList<string> lines) =>
            TerminalSummary.WriteSection(writer, layout, title, lines);

        var at = "at " + FocusText.Of(study);
        Section("The floor " + at, Figures(estimate, layout));
        Section("Stragglers by step " + at, Tails(estimate, layout));
        Section("T(N) over the floor", Ratios(estimate, layout));
        Section("Makespan T(N)", CellSection.Lines(study, layout));
        Section("Growth", GrowthSection.Lines(study, layout));
        TerminalSummary.WriteEnd(study, writer, layout);
    }

    private static IReadOnlyList<string> Figures(FloorEstimate estimate, TextLayout layout) =>
        TextTable.Of(
            estimate.Figures,
            layout,
            ("", 0, row => Words(row.Name), true),
            ("time", 0, row => HumanTime.Of(row.Seconds), false),
            ("interval", 1, row => row.IsExact ? "exact" : Interval(row.Lower, row.Upper), false)
        );

    private static IReadOnlyList<string> Tails(FloorEstimate estimate, TextLayout layout) =>
        TextTable.Of(
            estimate.Tails,
            layout,
            ("step", 0, row => row.Step, true),
            ("mean", 1, row => HumanTime.Of(row.MeanSeconds), false),
            ("stragglers cost", 0, row => HumanTime.Of(row.TailSeconds.Mean), false),
            ("bound", 1, row => HumanTime.Of(row.BoundSeconds), false),
            ("go beyond", 2, row => HumanCount.Of(row.NodesBeyond), false),
            ("bounding saves", 0, row => HumanTime.Of(row.SavedSeconds.Mean), false)
        );

    private static IReadOnlyList<string> Ratios(FloorEstimate estimate, TextLayout layout) =>
        TextTable.Of(
            estimate.Acceptance.Ratios,
            layout,
            ("N", 0, row => HumanCount.Of(row.Nodes), false),
            ("T/T_inf", 0, row => Number(row.Ratio.Mean), false),
            (
                "simultaneous interval",
                1,
                row => row.Ratio is { Lower: { } low, Upper: { } high } ? $"{Number(low)} to {Number(high)}" : "-",
                false
            ),
            (
                "holds",
                0,
                row =>
                    row.Holds switch
                    {
                        true => "yes",
                        false => "no",
                        _ => "-",
                    },
                true
            )
        );

    private static string Words(string figure) =>
        figure switch
        {
            "t_1" => "T_1, one node, mean",
            "t_1_p50" => "T_1, median",
            "t_inf" => "T_inf(N), mean",
            "t_inf_p50" => "T_inf(N), P50",
            "t_inf_p95" => "T_inf(N), P95",
            _ => "failures add",
        };

    private static string Interval(double? low, double? high) =>
        low is null || high is null ? "-" : $"{HumanTime.Of(low)} to {HumanTime.Of(high)}";

    private static string Number(double ratio) =>
        ratio.ToString("#,0.000", System.Globalization.CultureInfo.InvariantCulture);
}
