using Simulator.Experiments.Running;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Catalogue;

namespace Simulator.Reporting.Tables;

/// <summary>The tables of a study. Every column is described on the page <c>docs/reference/outputs.md</c>.</summary>
public static class StudyTables
{
    private const double SecondsPerHour = 3600;

    private static readonly IReadOnlyList<Column<CellResult>> CellColumns =
    [
        new("nodes", cell => Field.Of(cell.Nodes)),
        new("replications", cell => Field.Of(cell.Replications)),
        new("makespan_mean_s", cell => Field.Of(cell.Makespan?.Mean)),
        new("makespan_lo_s", cell => Field.Of(cell.Makespan?.Lower)),
        new("makespan_hi_s", cell => Field.Of(cell.Makespan?.Upper)),
        new("makespan_p50_s", cell => Field.Of(cell.MakespanP50)),
        new("makespan_p95_s", cell => Field.Of(cell.MakespanP95)),
        new("makespan_q_s", cell => Field.Of(cell.MakespanShare)),
        new("t1_s", cell => Field.Of(cell.T1)),
        new("t1_with_failures_s", cell => Field.Of(cell.T1WithFailures)),
        new("t_inf_s", cell => Field.Of(cell.TInf)),
        new("t_inf_with_failures_s", cell => Field.Of(cell.TInfWithFailures)),
        new("deviation", cell => Field.Of(cell.Deviation)),
        new("deviation_removable", cell => Field.Of(cell.DeviationRemovable)),
        new("bound_s", cell => Field.Of(cell.Bound)),
        new("capacity_lost_node_h", cell => Field.Of(cell.CapacityLostNodeHours)),
        new("failed_nodes_mean", cell => Field.Of(cell.FailedNodesMean)),
        new("completed_share", cell => Field.Of(cell.CompletedShare)),
        new("bound_by", cell => Field.Of(cell.BoundBy)),
        new("t_inf_exact", cell => Field.Of(cell.IsTInfExact)),
        new("within_deadline_share", cell => Field.Of(cell.WithinDeadlineShare)),
        new("precision_met", cell => Field.Of(cell.IsPrecise)),
        new("fingerprint", cell => Field.OfFingerprint(cell.Fingerprint)),
        new("reached_nodes_mean", cell => Field.Of(cell.ReachedNodesMean)),
        new("reached_nodes_p95", cell => Field.Of(cell.ReachedNodesP95)),
        new("defective_nodes_mean", cell => Field.Of(cell.DefectiveNodesMean)),
        new("defective_nodes_p95", cell => Field.Of(cell.DefectiveNodesP95)),
    ];

    private static readonly IReadOnlyList<Column<ThresholdResult>> ThresholdColumns =
    [
        new("limit", limit => Field.Of(limit.Limit)),
        new("kind", limit => Field.Of(limit.Kind)),
        new("nstar_analytic", limit => Field.Of(limit.Analytic)),
        new("nstar_event", limit => Field.Of(limit.Event)),
        new("nstar_fit", limit => Field.Of(limit.Fit)),
        new("nstar_fit_lo", limit => Field.Of(limit.FitLower)),
        new("nstar_fit_hi", limit => Field.Of(limit.FitUpper)),
        new("cost_s", limit => Field.Of(limit.CostSeconds)),
        new("saved_alone_s", limit => Field.Of(limit.SavedSeconds)),
        new("hidden_behind", limit => Field.Of(limit.HiddenBehind)),
        new("nstar_rounded_from", limit => Field.Of(limit.RoundedFrom)),
        new("seen_from_nodes", limit => Field.Of(limit.SeenFrom)),
        new("seen_to_nodes", limit => Field.Of(limit.SeenTo)),
        new("allows", limit => Field.Of(limit.Allows)),
    ];

    private static readonly IReadOnlyList<Column<StepResult>> StepColumns =
    [
        new("step", step => Field.Of(step.Step)),
        new("per", step => Field.Of(step.Per)),
        new("start_mean_s", step => Field.Of(step.StartMean)),
        new("end_mean_s", step => Field.Of(step.EndMean)),
        new("work_mean_s", step => Field.Of(step.WorkMean)),
        new("wait_mean_s", step => Field.Of(step.WaitMean)),
        new("lost_mean_s", step => Field.Of(step.LostMean)),
        new("attempts_mean", step => Field.Of(step.AttemptsMean)),
        new("last_end_mean_s", step => Field.Of(step.LastEndMean)),
    ];

    private static readonly IReadOnlyList<Column<ServiceResult>> ServiceColumns =
    [
        new("service", service => Field.Of(service.Service)),
        new("kind", service => Field.Of(service.Kind)),
        new("wait_mean_s", service => Field.Of(service.WaitMean)),
        new("utilisation", service => Field.Of(service.Utilisation)),
    ];

    private static readonly IReadOnlyList<Column<BlameResult>> BlameColumns =
    [
        new("cause", blame => Field.Of(blame.Cause)),
        new("blame_s", blame => Field.Of(blame.Seconds)),
        new("bites_share", blame => Field.Of(blame.BitesShare)),
    ];

    private static readonly IReadOnlyList<Column<ReplicationResult>> ReplicationColumns =
    [
        new("replication", row => Field.Of(row.Replication)),
        new("makespan_s", row => Field.Of(row.Run.Makespan)),
        new("makespan_q_s", row => Field.Of(row.Run.TimeToShare)),
        new("t_inf_s", row => Field.Of(row.Solo)),
        new("t_inf_with_failures_s", row => Field.Of(row.SoloWithFailures)),
        new("failed_nodes", row => Field.Of(row.Run.FailedNodes)),
        new("capacity_lost_node_h", row => Field.Of(row.Run.LostNodeSeconds / SecondsPerHour)),
        new("fingerprint", row => Field.OfFingerprint(row.Run.Fingerprint)),
    ];

    private static readonly IReadOnlyList<Column<WaterfallBar>> WaterfallColumns =
    [
        new("cause", bar => Field.Of(bar.Cause)),
        new("adds_s", bar => Field.Of(bar.Seconds)),
        new("total_s", bar => Field.Of(bar.TotalSeconds)),
    ];

    private static readonly IReadOnlyList<Column<(TimeSeries Series, double Seconds, double Count)>> ProgressColumns =
    [
        new("series", point => Field.Of(point.Series.Name)),
        new("kind", point => Field.Of(point.Series.Kind)),
        new("from_s", point => Field.Of(point.Seconds)),
        new("count", point => Field.Of(point.Count)),
    ];

    /// <summary>One row a cell: <c>cells.csv</c>, the axes first.</summary>
    public static Table Cells(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Table.From("cells", [.. Axes(study), .. CellColumns], study.Cells);
    }

    /// <summary>One row a declared limit, the one that bites first on top: <c>thresholds.csv</c>.</summary>
    public static Table Thresholds(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Table.From("thresholds", ThresholdColumns, study.Thresholds);
    }

    /// <summary>One row a cell and step: <c>steps.csv</c>.</summary>
    public static Table Steps(StudyResult study) => PerCell("steps", study, StepColumns, cell => cell.Steps);

    /// <summary>One row a cell and service: <c>services.csv</c>.</summary>
    public static Table Services(StudyResult study) =>
        PerCell("services", study, ServiceColumns, cell => cell.Services);

    /// <summary>One row a cell and cause: <c>blame.csv</c>.</summary>
    public static Table Blame(StudyResult study) => PerCell("blame", study, BlameColumns, cell => cell.Blame);

    /// <summary>One row a bar of the ladder from T_1 to T(N): <c>waterfall.csv</c>.</summary>
    public static Table Waterfall(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        Column<WaterfallBar> nodes = new("nodes", _ => Field.Of(study.Focus.Nodes));
        return Table.From("waterfall", [nodes, .. WaterfallColumns], study.Waterfall);
    }

    /// <summary>One row a cell and replication: <c>replications.csv</c>.</summary>
    public static Table Replications(StudyResult study) =>
        PerCell("replications", study, ReplicationColumns, cell => cell.Runs);

    /// <summary>One row a series and instant, in replication 0 of the largest cell: <c>progress.csv</c>.</summary>
    public static Table Progress(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Table.From(
            "progress",
            ProgressColumns,
            study.Progress.SelectMany(series =>
                series.Seconds.Zip(series.Counts, (seconds, count) => (series, seconds, count))
            )
        );
    }

    /// <summary>The tables that stand in the JSON object too, in the order in which the page describes them.</summary>
    public static IReadOnlyList<Table> All(StudyResult study) =>
        [
            Cells(study),
            Thresholds(study),
            Steps(study),
            Services(study),
            Blame(study),
            Waterfall(study),
            CatalogueTables.Of(study.Published),
        ];

    private static Table PerCell<T>(
        string name,
        StudyResult study,
        IReadOnlyList<Column<T>> columns,
        Func<CellResult, IEnumerable<T>> parts
    )
    {
        ArgumentNullException.ThrowIfNull(study);
        Column<(CellResult Cell, T Part)>[] all =
        [
            .. Axes(study)
                .Append(CellColumns[0])
                .Select(column => new Column<(CellResult Cell, T Part)>(column.Name, row => column.Value(row.Cell))),
            .. columns.Select(column => new Column<(CellResult Cell, T Part)>(
                column.Name,
                row => column.Value(row.Part)
            )),
        ];
        return Table.From(name, all, study.Cells.SelectMany(cell => parts(cell).Select(part => (cell, part))));
    }

    /// <summary>The columns of <c>cells.csv</c> without axes, for rows that have a cell each.</summary>
    internal static IEnumerable<Column<T>> CellColumnsOf<T>(Func<T, CellResult> cell) =>
        CellColumns.Select(column => new Column<T>(column.Name, row => column.Value(cell(row))));

    private static IEnumerable<Column<CellResult>> Axes(StudyResult study) =>
        study.Axes.Select(
            (axis, place) => new Column<CellResult>(axis, cell => Field.Of(cell.AxisValues.ElementAtOrDefault(place)))
        );
}
