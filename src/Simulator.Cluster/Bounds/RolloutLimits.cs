using System.Globalization;
using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;

namespace Simulator.Cluster.Bounds;

/// <summary>The analytic thresholds of a rollout's own limit and of the cap hidden in it.</summary>
internal static class RolloutLimits
{
    private const int MostSteps = 100_000;

    /// <summary>Nodes that may hold a place at once whatever N; null where that grows with N.</summary>
    public static long? MostInFlight(RolloutSpec rollout, Levels levels)
    {
        if (rollout.Limit is { } limit)
        {
            return limit.MaxUnavailable.Kind == QuotaKind.Share || limit.Surge is { Kind: QuotaKind.Share }
                ? limit.Cap
                : Math.Max(InNodes(limit, rollout, levels), 1);
        }

        if (rollout.WavesBy is { } level)
        {
            return levels.NodesPerGroup(levels.IndexOf(level));
        }

        var isBounded =
            rollout.Growth == 1
            && !rollout.AreTotals
            && rollout.Waves.Count > 0
            && rollout.Waves.All(wave => wave.Kind != QuotaKind.Share);
        return isBounded ? rollout.Waves.Max(wave => InNodes(wave, rollout, levels, null)) : null;
    }

    public static IEnumerable<DeclaredLimit> Of(RolloutSpec rollout, Levels levels)
    {
        if (rollout.WavesBy is { } level)
        {
            var size = levels.NodesPerGroup(levels.IndexOf(level));
            yield return new DeclaredLimit(Causes.LimitName, rollout.AdmissionName, $"one {level} at a time", size);
        }
        else if (rollout.Waves.Count > 0)
        {
            var first = InNodes(rollout.Waves[0], rollout, levels, null);
            yield return new DeclaredLimit(
                Causes.LimitName,
                rollout.AdmissionName,
                $"{rollout.Waves.Count} sizes",
                Math.Max(1, first)
            );
        }

        if (rollout.Tick is { Most: { } most } tick)
        {
            var rate = $"{most} every {tick.Period.Seconds.ToString("0.###", CultureInfo.InvariantCulture)} s";
            yield return new DeclaredLimit("rollout.tick.most", "passes", rate, most);
        }

        if (rollout.Limit is not { } limit)
        {
            yield break;
        }

        var kind = rollout.Admission is Admission.Waves or Admission.Schedule ? "window" : rollout.AdmissionName;
        var quota = limit.MaxUnavailable;
        yield return new DeclaredLimit(Causes.LimitName, kind, Words(rollout, limit), NStar(rollout, limit, levels));
        if (quota.Kind == QuotaKind.Share && limit.Cap is { } cap && quota.Value > 0)
        {
            var nstar = (long)decimal.Floor(cap / quota.Value);
            var words = cap.ToString(CultureInfo.InvariantCulture) + " at most";
            yield return new DeclaredLimit(
                "rollout.limit.cap",
                "cap",
                words,
                nstar,
                null,
                RoundedFrom(limit, cap, nstar)
            );
        }
    }

    private static long InNodes(LimitSpec limit, RolloutSpec rollout, Levels levels)
    {
        var surge = limit.Surge is { } added ? InNodes(added, rollout, levels, null) : 0;
        return Math.Min(InNodes(limit.MaxUnavailable, rollout, levels, limit.Cap) + surge, limit.Cap ?? long.MaxValue);
    }

    private static long InNodes(Quota quota, RolloutSpec rollout, Levels levels, int? cap)
    {
        if (quota.Kind == QuotaKind.Share)
        {
            return quota.At(levels.Nodes, Rounding.Down);
        }

        var perUnit = quota.Kind == QuotaKind.Units ? levels.NodesPerGroup(levels.IndexOf(rollout.Unit)) : 1;
        return Math.Min((long)quota.Value, cap ?? long.MaxValue) * perUnit;
    }

    /// <summary>The largest N that the limit lets in at once; null where that is any N.</summary>
    private static long? NStar(RolloutSpec rollout, LimitSpec limit, Levels levels)
    {
        if (limit.MaxUnavailable.Kind != QuotaKind.Share && limit.Surge is not { Kind: QuotaKind.Share })
        {
            return Math.Max(InNodes(limit, rollout, levels), 1);
        }

        for (var nodes = 1; nodes <= MostSteps; nodes++)
        {
            if (limit.At(nodes) < nodes)
            {
                return nodes - 1;
            }
        }

        return limit.Cap;
    }

    private static long RoundedFrom(LimitSpec limit, int cap, long nstar)
    {
        var nodes = (int)Math.Clamp(nstar - 2, 1, int.MaxValue - 1);
        while (limit.MaxUnavailable.At(nodes, limit.Rounding) <= cap && nodes < int.MaxValue)
        {
            nodes++;
        }

        return nodes;
    }

    private static string Words(RolloutSpec rollout, LimitSpec limit)
    {
        var words = Words(rollout, limit.MaxUnavailable);
        return limit switch
        {
            { Surge: { Value: > 0 } surge, MaxUnavailable.Value: 0 } => $"{Words(rollout, surge)} added at a time",
            { Surge: { Value: > 0 } surge } => $"{words} and {Words(rollout, surge)} added at a time",
            _ => words + " at a time",
        };
    }

    private static string Words(RolloutSpec rollout, Quota quota) =>
        quota.Kind switch
        {
            QuotaKind.Share => (quota.Value * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %",
            QuotaKind.Units => quota.Value.ToString("0", CultureInfo.InvariantCulture)
                + $" {rollout.Unit}{(quota.Value == 1 ? "" : "s")}",
            _ => quota.Value.ToString("0", CultureInfo.InvariantCulture),
        };
}
