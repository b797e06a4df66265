using Simulator.Experiments.Planning;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Planning;

/// <summary>The tables of <c>plan</c>; docs/reference/outputs.md describes every column.</summary>
public static class PlanTables
{
    private static readonly IReadOnlyList<Column<(int Order, PlanStep Step)>> StepColumns =
    [
        new("order", row => Field.Of((long)row.Order)),
        new("path", row => Field.Of(row.Step.Path)),
        new("from", row => Field.Of(row.Step.From)),
        new("to", row => Field.Of(row.Step.To)),
        new("gain_s", row => Field.Of(row.Step.GainSeconds)),
        new("makespan_s", row => Field.Of(row.Step.Seconds)),
        new("t_inf_s", row => Field.Of(row.Step.Floor)),
    ];

    private static readonly IReadOnlyList<Column<Untouched>> UntouchedColumns =
    [
        new("path", row => Field.Of(row.Path)),
        new("value", row => Field.Of(row.Value)),
        new("gain_s", row => Field.Of(row.GainSeconds)),
    ];

    private static readonly IReadOnlyList<Column<SizeTrial>> SizeColumns =
    [
        new("nodes", row => Field.Of((long)row.Nodes)),
        new("makespan_s", row => Field.Of(row.Seconds)),
        new("t_inf_s", row => Field.Of(row.Floor)),
        new("holds", row => Field.Of(row.Holds)),
    ];

    /// <summary>All of them, the one that <c>--format csv</c> prints first.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<Table> All(PlanResult plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            Steps(plan),
            Table.From("untouched", UntouchedColumns, plan.Untouched),
            StudyTables.Cells(plan.After) with
            {
                Name = "planned",
            },
        ];
    }

    /// <summary><c>plan.csv</c>: one row a change, in the order in which to make them.</summary>
    /// <param name="plan">The plan.</param>
    public static Table Steps(PlanResult plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Table.From("plan", StepColumns, plan.Steps.Select((step, index) => (index + 1, step)));
    }

    /// <summary><c>sizes.csv</c>: one row a size that was looked at, rising.</summary>
    /// <param name="sizes">The sizes.</param>
    public static Table Sizes(IReadOnlyList<SizeTrial> sizes) => Table.From("sizes", SizeColumns, sizes);
}
