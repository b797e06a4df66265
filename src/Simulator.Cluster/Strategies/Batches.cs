using Simulator.Cluster.Topology;

namespace Simulator.Cluster.Strategies;

/// <summary>Cuts the units of a cluster into batches or waves, in their order.</summary>
public static class Batches
{
    /// <summary>
    /// Ends of the batches: batch b holds the units [ends[b - 1], ends[b]). Whole units are taken while their nodes fit;
    /// the last size of a list repeats.
    /// </summary>
    /// <param name="rollout">Batch or waves.</param>
    /// <param name="levels">Nodes and groups.</param>
    /// <returns>Increasing ends, the last is the number of units; null where a unit is larger than a batch.</returns>
    public static IReadOnlyList<int>? Ends(RolloutSpec rollout, Levels levels)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        ArgumentNullException.ThrowIfNull(levels);
        var unit = levels.IndexOf(rollout.Unit);
        var units = levels.GroupsOf(unit);
        var ends = new List<int>();
        if (rollout.WavesBy is { } groups)
        {
            return ByGroup(levels, unit, levels.IndexOf(groups));
        }

        if (rollout.AreTotals)
        {
            return ByTotal(rollout, levels, unit);
        }

        var start = 0;
        while (start < units)
        {
            var (size, countsUnits) = SizeOf(rollout, levels.Nodes, ends.Count);
            var end = countsUnits ? (int)Math.Min((long)start + size, units) : Fit(levels, unit, start, size);
            if (end == start)
            {
                return null;
            }

            ends.Add(end);
            start = end;
        }

        return ends;
    }

    /// <summary>Each group of a level above the unit.</summary>
    private static List<int> ByGroup(Levels levels, int unit, int level) =>
        [
            .. Enumerable
                .Range(0, levels.GroupsOf(level))
                .Select(group => levels.GroupOf(unit, levels.EndNode(level, group) - 1) + 1),
        ];

    /// <summary>Up to each total, then the rest; a total that adds no unit makes an empty batch.</summary>
    private static List<int> ByTotal(RolloutSpec rollout, Levels levels, int unit)
    {
        var ends = new List<int>();
        foreach (var total in rollout.Waves)
        {
            var nodes = (int)Math.Min(total.At(levels.Nodes, rollout.Limit?.Rounding ?? Rounding.Down), levels.Nodes);
            ends.Add(Math.Max(Fit(levels, unit, 0, nodes), ends.LastOrDefault()));
        }

        if (ends[^1] < levels.GroupsOf(unit))
        {
            ends.Add(levels.GroupsOf(unit));
        }

        return ends;
    }

    private static (int Size, bool CountsUnits) SizeOf(RolloutSpec rollout, int nodes, int batch)
    {
        if (rollout.Waves.Count == 0)
        {
            var limit = rollout.Limit!;
            return (limit.At(nodes), limit.MaxUnavailable.Kind == QuotaKind.Units);
        }

        var quota = rollout.Waves[Math.Min(batch, rollout.Waves.Count - 1)];
        var rounding = rollout.Limit?.Rounding ?? Rounding.Down;
        var size = (decimal)quota.At(nodes, rounding);
        for (var more = rollout.Waves.Count; rollout.Growth > 1 && more <= batch && size < nodes; more++)
        {
            size *= rollout.Growth;
        }

        return ((int)Math.Clamp(size, 1, nodes), quota.Kind == QuotaKind.Units);
    }

    private static int Fit(Levels levels, int unit, int start, int nodes)
    {
        var limit = (long)levels.FirstNode(unit, start) + nodes;
        var end = start;
        while (end < levels.GroupsOf(unit) && levels.EndNode(unit, end) <= limit)
        {
            end++;
        }

        return end;
    }
}
