using Simulator.Cluster.Strategies;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Places as the rollout limits them: how many, counted in what.</summary>
internal static class ReferencePlaces
{
    /// <summary>k = max(1, min(cap, N, max(floor, round(share N)))).</summary>
    public static long Limit(LimitSpec limit, int nodes)
    {
        var wanted = Math.Max(Count(limit.MaxUnavailable, limit.Rounding, nodes), limit.Floor);
        return Math.Max(1, Math.Min(Math.Min(wanted, limit.Cap ?? wanted), nodes));
    }

    /// <summary>How many units each batch holds; null where one never fits.</summary>
    public static List<int>? Sizes(RolloutSpec rollout, ReferenceGroups groups)
    {
        var unit = groups.LevelOf(rollout.Unit);
        var sizes = new List<int>();
        for (var next = 0; next < groups.GroupsAt(unit); next += sizes[^1])
        {
            var (most, isUnits) = SizeOf(rollout, sizes.Count, groups.Nodes);
            var (taken, nodes) = (0, 0L);
            while (next + taken < groups.GroupsAt(unit))
            {
                nodes += isUnits ? 1 : groups.NodesIn(unit, next + taken).Count();
                if (nodes > most)
                {
                    break;
                }

                taken++;
            }

            if (taken == 0)
            {
                return null;
            }

            sizes.Add(taken);
        }

        return sizes;
    }

    private static (long Most, bool IsUnits) SizeOf(RolloutSpec rollout, int batch, int nodes)
    {
        if (rollout.Waves.Count == 0)
        {
            return (Limit(rollout.Limit!, nodes), rollout.Limit!.MaxUnavailable.Kind == QuotaKind.Units);
        }

        var wave = rollout.Waves[Math.Min(batch, rollout.Waves.Count - 1)];
        return (Math.Max(1, Count(wave, Rounding.Down, nodes)), wave.Kind == QuotaKind.Units);
    }

    private static long Count(Quota quota, Rounding rounding, int nodes)
    {
        if (quota.Kind != QuotaKind.Share)
        {
            return (long)quota.Value;
        }

        var whole = (long)decimal.Floor(quota.Value * nodes);
        var rest = (quota.Value * nodes) - whole;
        var isUp = rounding switch
        {
            Rounding.Up => rest > 0,
            Rounding.Nearest => rest > 0.5m || (rest == 0.5m && whole % 2 == 1),
            _ => false,
        };
        return isUp ? whole + 1 : whole;
    }
}
