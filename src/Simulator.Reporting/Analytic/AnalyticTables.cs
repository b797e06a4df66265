using Simulator.Cluster.Bounds;
using Simulator.Experiments.Analytic;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Analytic;

/// <summary>The tables of <c>--engine analytic</c>; columns that need runs are left out.</summary>
public static class AnalyticTables
{
    /// <summary>One row a cell, the axes first; columns named as in <c>cells.csv</c>, with a bound above.</summary>
    /// <param name="result">The answer.</param>
    public static Table Cells(AnalyticResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var axes = result.Axes.Select(
            (path, place) => new Column<AnalyticCell>(path, cell => Field.Of(cell.AxisValues[place]))
        );
        return Table.From<AnalyticCell>(
            "cells",
            [
                .. axes,
                new("nodes", cell => Field.Of(cell.Nodes)),
                new("makespan_mean_s", cell => Field.Of(cell.Mean)),
                new("t1_s", cell => Field.Of(cell.T1)),
                new("t_inf_s", cell => Field.Of(cell.TInf)),
                new("deviation", cell => Field.Of(cell.Deviation)),
                new("deviation_removable", cell => Field.Of(cell.DeviationRemovable)),
                new("bound_s", cell => Field.Of(cell.Lower)),
                new("bound_by", cell => Field.Of(cell.BoundBy ?? "longest node")),
                new("upper_bound_s", cell => Field.Of(cell.Upper)),
                new("usual_error", _ => Field.Of(result.Kind.Usual)),
            ],
            result.Cells
        );
    }

    /// <summary>One row a declared limit, with the analytic reading of its N* alone.</summary>
    /// <param name="result">The answer.</param>
    public static Table Thresholds(AnalyticResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Table.From<DeclaredLimit>(
            "thresholds",
            [
                new("limit", limit => Field.Of(limit.Name)),
                new("kind", limit => Field.Of(limit.Kind)),
                new("nstar_analytic", limit => Field.Of(limit.NStar)),
                new("hidden_behind", limit => Field.Of(limit.HiddenBehind)),
                new("nstar_rounded_from", limit => Field.Of(limit.RoundedFrom)),
                new("allows", limit => Field.Of(limit.Allows)),
            ],
            result.Limits
        );
    }
}
