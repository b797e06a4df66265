using Simulator.Experiments.Comparing;
using Simulator.Reporting.Fits;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Comparing;

/// <summary>The tables of <c>compare</c>. Every column is described on the page <c>docs/compare.md</c>.</summary>
public static class CompareTables
{
    private const double Never = 1e-9;

    /// <summary><c>cells.csv</c>: one row a contender, its name first, then the columns of every <c>cells.csv</c>.</summary>
    /// <param name="found">The findings.</param>
    public static Table Cells(CompareResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Table.From(
            "cells",
            [
                new Column<ComparedRow>("scenario", row => Field.Of(row.Name)),
                .. StudyTables.CellColumnsOf<ComparedRow>(row => row.Cell),
                new("capacity_lost_completed_node_h", row => Field.Of(row.LostNodeHours)),
                new("peak_unavailable_mean", row => Field.Of(row.PeakUnavailableMean)),
                new("peak_unavailable_most", row => Field.Of(row.PeakUnavailableMost)),
                new("on_front", row => Field.Of(row.IsOnFront)),
                new("preset", row => Field.Of(row.Contender.Preset)),
            ],
            found.Rows
        );
    }

    /// <summary><c>pairs.csv</c>: one row a contender but the first and quantity; numbers have six significant digits.</summary>
    /// <param name="found">The findings.</param>
    public static Table Pairs(CompareResult found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Table.From<ComparedPair>(
            "pairs",
            [
                new("scenario", pair => Field.Of(pair.Name)),
                new("against", _ => Field.Of(found.Rows[0].Name)),
                new("quantity", pair => Field.Of(NameOf(pair.Quantity))),
                new("pairs", pair => Field.Of((long)(pair.Paired?.Difference.Count ?? 0))),
                new("difference", pair => Number(pair.Paired?.Difference.Mean)),
                new("difference_lo", pair => Number(pair.Paired?.Difference.Lower)),
                new("difference_hi", pair => Number(pair.Paired?.Difference.Upper)),
                new("p_value", pair => Chance(pair.Paired?.PValue)),
                new("p_value_holm", pair => Chance(pair.AdjustedPValue)),
                new("is_real", pair => Field.Of(pair.IsReal)),
            ],
            found.Pairs
        );
    }

    private static string NameOf(ComparedQuantity quantity) =>
        quantity == ComparedQuantity.Makespan ? "makespan_s" : "capacity_lost_node_h";

    /// <summary>Digits of what practically cannot be differ between kinds of machine.</summary>
    private static Field Chance(double? value) => value < Never ? Field.Of(0.0) : Number(value);

    private static Field Number(double? value) => Field.Of(Rounded.Of(value));
}
