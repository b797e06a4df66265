using Simulator.Experiments.Planning;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Planning;

/// <summary>A plan for people at a terminal.</summary>
public static class PlanText
{
    /// <summary>Writes the whole of it.</summary>
    /// <param name="plan">The plan, answer and warnings included in its study before.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(PlanResult plan, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        TerminalSummary.WriteHead(plan.Before, writer, layout);
        TerminalSummary.WriteSection(
            writer,
            layout,
            "Changes, in the order in which to make them",
            Steps(plan, layout)
        );
        TerminalSummary.WriteSection(writer, layout, "Left as it is", Untouched(plan, layout));
        TerminalSummary.WriteSection(writer, layout, "As it is and as planned", Times(plan, layout));
        TerminalSummary.WriteEnd(plan.Before, writer, layout);
    }

    private static IReadOnlyList<string> Steps(PlanResult plan, TextLayout layout) =>
        TextTable.Of(
            plan.Steps,
            layout,
            ("change", 0, step => step.Path, true),
            ("from", 0, step => step.From, false),
            ("to", 0, step => step.To, false),
            ("saves", 0, step => HumanTime.Of(step.GainSeconds), false),
            ("leaves", 1, step => HumanTime.Of(step.Seconds), false),
            (
                "over floor",
                2,
                step => step.Floor > 0 ? HumanShare.Deviation((step.Seconds / step.Floor) - 1) : "-",
                false
            )
        );

    private static IReadOnlyList<string> Untouched(PlanResult plan, TextLayout layout) =>
        TextTable.Of(
            plan.Untouched,
            layout,
            ("number", 0, left => left.Path, true),
            ("is", 0, left => left.Value, false),
            ("lifting it too would save", 1, left => HumanTime.Of(left.GainSeconds), false)
        );

    private static IReadOnlyList<string> Times(PlanResult plan, TextLayout layout) =>
        TextTable.Of<(string Name, CellResult Cell)>(
            [("as it is", plan.Before.Focus), ("as planned", plan.After.Focus)],
            layout,
            ("", 0, row => row.Name, true),
            ("T(N)", 0, row => HumanTime.Of(row.Cell.Makespan!.Mean), false),
            ("interval", 1, row => Interval(row.Cell), false),
            ("floor T_inf", 2, row => HumanTime.Of(row.Cell.TInf), false),
            ("over floor", 0, row => HumanShare.Deviation(row.Cell.DeviationRemovable), false),
            ("runs", 3, row => HumanCount.Of((long)row.Cell.Replications), false)
        );

    private static string Interval(CellResult cell) =>
        cell.Makespan is { Lower: { } low, Upper: { } high } ? $"{HumanTime.Of(low)} to {HumanTime.Of(high)}" : "-";
}
