using Simulator.Analysis.Horizons;
using Simulator.Experiments.Floors;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Floors;

/// <summary>The tables that <c>estimate</c> adds; docs/reference/outputs.md describes every column.</summary>
public static class FloorTables
{
    private static readonly IReadOnlyList<Column<FloorFigure>> FigureColumns =
    [
        new("figure", row => Field.Of(row.Name)),
        new("seconds", row => Field.Of(row.Seconds)),
        new("lo_s", row => Field.Of(row.Lower)),
        new("hi_s", row => Field.Of(row.Upper)),
        new("is_exact", row => Field.Of(row.IsExact)),
    ];

    private static readonly IReadOnlyList<Column<StepTail>> TailColumns =
    [
        new("step", row => Field.Of(row.Step)),
        new("mean_s", row => Field.Of(row.MeanSeconds)),
        new("tail_s", row => Field.Of(row.TailSeconds.Mean)),
        new("tail_lo_s", row => Field.Of(row.TailSeconds.Lower)),
        new("tail_hi_s", row => Field.Of(row.TailSeconds.Upper)),
        new("bound_s", row => Field.Of(row.BoundSeconds)),
        new("nodes_beyond", row => Field.Of(row.NodesBeyond)),
        new("saved_s", row => Field.Of(row.SavedSeconds.Mean)),
        new("saved_lo_s", row => Field.Of(row.SavedSeconds.Lower)),
        new("saved_hi_s", row => Field.Of(row.SavedSeconds.Upper)),
    ];

    private static readonly IReadOnlyList<Column<AcceptanceRatio>> RatioColumns =
    [
        new("nodes", row => Field.Of(row.Nodes)),
        new("ratio", row => Field.Of(row.Ratio.Mean)),
        new("ratio_lo", row => Field.Of(row.Ratio.Lower)),
        new("ratio_hi", row => Field.Of(row.Ratio.Upper)),
        new("holds", row => Field.Of(row.Holds)),
    ];

    private static readonly IReadOnlyList<Column<Acceptance>> VerdictColumns =
    [
        new("accepted", row => Field.Of(row.Accepted)),
        new("exponent", row => Field.Of(row.Exponent?.Mean)),
        new("exponent_lo", row => Field.Of(row.Exponent?.Lower)),
        new("exponent_hi", row => Field.Of(row.Exponent?.Upper)),
        new("margin", row => Field.Of(row.Margin)),
        new("reason", row => Field.Of(row.Reason)),
    ];

    /// <summary>All of them.</summary>
    /// <param name="estimate">The findings.</param>
    public static IReadOnlyList<Table> All(FloorEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return
        [
            Table.From("floor", FigureColumns, estimate.Figures),
            Table.From("tails", TailColumns, estimate.Tails),
            Table.From("acceptance", RatioColumns, estimate.Acceptance.Ratios),
            Table.From("verdict", VerdictColumns, [estimate.Acceptance]),
        ];
    }
}
