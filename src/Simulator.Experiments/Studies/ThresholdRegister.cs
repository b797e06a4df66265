using Simulator.Analysis.Breakpoints;
using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Studies;

/// <summary>Every declared limit with three readings of its N*: by formula, as seen in the runs, by a segmented fit.</summary>
internal static class ThresholdRegister
{
    private const double InMostRuns = 0.5;
    private const double BitesFrom = 0.01;
    private const int CapReplications = 10;
    private const int FewestSizes = 5;
    private const ulong BootstrapSeed = 1;
    private const uint BootstrapStep = 0x626F_6F74;

    /// <summary>The register; the event readings need cells that differ in N only.</summary>
    public static IReadOnlyList<ThresholdResult> Of(
        IReadOnlyList<Cell> cells,
        IReadOnlyList<CellResult> results,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> replications,
        IReadOnlyList<WaterfallBar> waterfall,
        CancellationToken cancellation
    )
    {
        var largest = cells.MaxBy(cell => cell.Nodes)!;
        var isCurve = cells.Select(cell => cell.Nodes).Distinct().Count() == cells.Count;
        var rows = DeclaredLimits.Of(largest.Scenario.Model).Select(limit => Row(limit, waterfall)).ToList();
        for (var index = 0; index < rows.Count && isCurve; index++)
        {
            rows[index] =
                rows[index].Kind == "cap"
                    ? SeenByRemoval(rows[index], cells, results, cancellation)
                    : SeenOnThePath(rows[index], results);
        }

        if (isCurve && cells.Count >= FewestSizes)
        {
            AddFit(rows, results, replications);
        }

        return
        [
            .. rows.OrderBy(row => row.SeenFrom ?? long.MaxValue)
                .ThenBy(row => row.Analytic ?? long.MaxValue)
                .ThenByDescending(row => row.CostSeconds ?? 0),
        ];
    }

    private static ThresholdResult Row(DeclaredLimit limit, IReadOnlyList<WaterfallBar> waterfall)
    {
        var bars = waterfall
            .Where(bar => bar.Cause == limit.Name || (limit.Kind is "batch" or "waves" && bar.Cause == "barriers"))
            .ToList();
        return new ThresholdResult
        {
            Limit = limit.Name,
            Kind = limit.Kind,
            Allows = limit.Allows,
            Analytic = limit.NStar,
            HiddenBehind = limit.HiddenBehind,
            RoundedFrom = limit.RoundedFrom,
            CostSeconds = bars.Count > 0 ? bars.Sum(bar => bar.Seconds) : null,
        };
    }

    /// <summary>On the critical path with at least 1 % of T in more than half of the replications.</summary>
    private static ThresholdResult SeenOnThePath(ThresholdResult row, IReadOnlyList<CellResult> results) =>
        Seen(
            row,
            [
                .. results
                    .Where(cell => cell.Blame.Any(part => part.Cause == row.Limit && part.BitesShare > InMostRuns))
                    .Select(cell => (long)cell.Nodes),
            ],
            results
        );

    /// <summary>Without the cap, T is at least 1 % shorter in more than half of the replications.</summary>
    private static ThresholdResult SeenByRemoval(
        ThresholdResult row,
        IReadOnlyList<Cell> cells,
        IReadOnlyList<CellResult> results,
        CancellationToken cancellation
    )
    {
        var binding = cells
            .Where(cell => cell.Nodes >= (row.RoundedFrom ?? 1) && CapBites(cell.Scenario, results, cell, cancellation))
            .Select(cell => (long)cell.Nodes)
            .ToList();
        return Seen(row, binding, results);
    }

    private static bool CapBites(
        Scenario scenario,
        IReadOnlyList<CellResult> results,
        Cell cell,
        CancellationToken cancellation
    )
    {
        var model = scenario.Model;
        var free = model with { Rollout = model.Rollout with { Limit = model.Rollout.Limit! with { Cap = null } } };
        var (with, without) = (UpdatePlan.Compile(model), UpdatePlan.Compile(free));
        var count = Math.Min(CapReplications, results[cell.Index].Replications);
        var bites = 0;
        for (var replication = 0; replication < count; replication++)
        {
            var capped = Rollout
                .Run(with, scenario.Seed, (ulong)replication, cancellation: cancellation)
                .Makespan.Seconds;
            var uncapped = Rollout
                .Run(without, scenario.Seed, (ulong)replication, cancellation: cancellation)
                .Makespan.Seconds;
            bites += capped - uncapped >= BitesFrom * capped ? 1 : 0;
        }

        return bites > InMostRuns * count;
    }

    private static ThresholdResult Seen(ThresholdResult row, List<long> binding, IReadOnlyList<CellResult> results)
    {
        if (binding.Count == 0)
        {
            return row;
        }

        var first = binding.Min();
        var below = results.Select(cell => (long)cell.Nodes).Where(nodes => nodes < first).ToList();
        return row with { SeenFrom = first, Event = below.Count > 0 ? below.Max() : null };
    }

    /// <summary>One knee of ln T over ln N, given to the limit that is seen to bite nearest to it.</summary>
    private static void AddFit(
        List<ThresholdResult> rows,
        IReadOnlyList<CellResult> results,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> replications
    )
    {
        var seen = rows.Where(row => row.SeenFrom is not null).ToList();
        if (seen.Count == 0 || results.Any(cell => cell.Makespan is not { Mean: > 0 }))
        {
            return;
        }

        var order = Enumerable.Range(0, results.Count).OrderBy(index => results[index].Nodes).ToList();
        var sizes = order.Select(index => Math.Log(results[index].Nodes)).ToList();
        var common = replications.Min(cell => cell.Count);
        var logs = Enumerable
            .Range(0, common)
            .Select(replication =>
                (IReadOnlyList<double>)
                    [.. order.Select(index => Math.Log(replications[index][replication].Run.Makespan))]
            )
            .ToList();
        var stream = StreamKey.Derive(BootstrapSeed, 0);
        int Draw(int resample, int position) =>
            (int)(stream.Uniform((uint)position, BootstrapStep, 1, (uint)resample) * common);
        if (BreakpointInterval.Fit(sizes, logs, Draw) is not { } knee)
        {
            return;
        }

        var position = Math.Exp(knee.Break.Position);
        var nearest = seen.MinBy(row => Math.Abs(Math.Log((row.Event ?? row.SeenFrom!.Value) / position)))!;
        rows[rows.IndexOf(nearest)] = nearest with
        {
            Fit = position,
            FitLower = knee.Lower is { } lower ? Math.Exp(lower) : null,
            FitUpper = knee.Upper is { } upper ? Math.Exp(upper) : null,
        };
    }
}
