using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;

namespace Simulator.Experiments.Analytic;

/// <summary>The batches of a rollout, equal ones counted instead of listed, so that a thousand million nodes are a few lines.</summary>
internal static class BatchRuns
{
    /// <summary>In order; the nodes add up to N.</summary>
    public static IReadOnlyList<BatchRun> Of(RolloutSpec rollout, Levels levels)
    {
        if (rollout.WavesBy is { } group)
        {
            return Equal(rollout, levels.Nodes, levels.NodesPerGroup(levels.IndexOf(group)), 0);
        }

        if (rollout.Waves.Count == 0)
        {
            return Equal(
                rollout,
                levels.Nodes,
                WholeUnits(rollout, levels, rollout.Limit!.MaxUnavailable, rollout.Limit.At(levels.Nodes)),
                0
            );
        }

        return rollout.AreTotals ? Totals(rollout, levels) : Sizes(rollout, levels);
    }

    private static List<BatchRun> Totals(RolloutSpec rollout, Levels levels)
    {
        var (runs, done) = (new List<BatchRun>(), 0L);
        foreach (var total in rollout.Waves)
        {
            var nodes = Math.Min(total.At(levels.Nodes, Rounding(rollout)), levels.Nodes);
            var upTo = Math.Max(done, WholeUnits(rollout, levels, total, nodes));
            runs.Add(new BatchRun(upTo - done, 1, Pause(rollout, runs.Count)));
            done = upTo;
        }

        if (done < levels.Nodes)
        {
            runs.Add(new BatchRun(levels.Nodes - done, 1, Pause(rollout, runs.Count)));
        }

        return runs;
    }

    private static List<BatchRun> Sizes(RolloutSpec rollout, Levels levels)
    {
        var (runs, done, batch) = (new List<BatchRun>(), 0L, 0);
        var size = 0m;
        while (done < levels.Nodes)
        {
            var quota = rollout.Waves[Math.Min(batch, rollout.Waves.Count - 1)];
            var isGrown = batch >= rollout.Waves.Count && rollout.Growth > 1;
            size = isGrown ? Math.Min(size * rollout.Growth, levels.Nodes) : quota.At(levels.Nodes, Rounding(rollout));
            var nodes = WholeUnits(rollout, levels, quota, (long)Math.Clamp(size, 1, levels.Nodes));
            if (batch >= rollout.Waves.Count && batch >= rollout.Bakes.Count && rollout.Growth == 1)
            {
                return [.. runs, .. Equal(rollout, levels.Nodes - done, nodes, batch)];
            }

            nodes = Math.Min(nodes, levels.Nodes - done);
            runs.Add(new BatchRun(nodes, 1, Pause(rollout, batch)));
            (done, batch) = (done + nodes, batch + 1);
        }

        return runs;
    }

    private static List<BatchRun> Equal(RolloutSpec rollout, long nodes, long size, int first)
    {
        var runs = new List<BatchRun>();
        for (var batch = first; batch < rollout.Bakes.Count && nodes > 0; batch++)
        {
            runs.Add(new BatchRun(Math.Min(size, nodes), 1, Pause(rollout, batch)));
            nodes = Math.Max(0, nodes - size);
        }

        var pause = Pause(rollout, Math.Max(first, rollout.Bakes.Count));
        if (nodes >= size)
        {
            runs.Add(new BatchRun(size, nodes / size, pause));
        }

        if (nodes % size > 0)
        {
            runs.Add(new BatchRun(nodes % size, 1, pause));
        }

        return runs;
    }

    /// <summary>Whole units while their nodes fit, at least one.</summary>
    private static long WholeUnits(RolloutSpec rollout, Levels levels, Quota quota, long size)
    {
        long perUnit = levels.NodesPerGroup(levels.IndexOf(rollout.Unit));
        if (size >= levels.Nodes)
        {
            return levels.Nodes;
        }

        var units = quota.Kind == QuotaKind.Units ? size : size / perUnit;
        return rollout.AreTotals ? units * perUnit : Math.Max(1, units) * perUnit;
    }

    private static Rounding Rounding(RolloutSpec rollout) =>
        rollout.Limit?.Rounding ?? Cluster.Strategies.Rounding.Down;

    private static double Pause(RolloutSpec rollout, int batch)
    {
        var checks = rollout.Probe is { } probe
            ? (Math.Min(probe.Count, probe.SuccessLimit ?? int.MaxValue) - 1) * probe.Interval.Seconds
            : 0;
        return rollout.BakeAfter(batch).Seconds + checks + rollout.Approval.Seconds;
    }
}
