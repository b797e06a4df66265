using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;

namespace Simulator.Cluster.Bounds;

/// <summary>k(N): how many nodes a rollout lets hold a place at once.</summary>
public static class InFlight
{
    /// <summary>k at a cluster size: the limit, the largest of waves whose sizes are counts, or N.</summary>
    /// <param name="model">The model; its own number of nodes does not matter.</param>
    /// <param name="nodes">N, at least 1.</param>
    /// <returns>Nodes, from 1 to N.</returns>
    public static long At(Model model, int nodes)
    {
        ArgumentNullException.ThrowIfNull(model);
        var levels = new Levels(model.Cluster with { Nodes = nodes });
        var most = model.Rollout.Limit is { MaxUnavailable.Kind: not QuotaKind.Units } limit
            ? limit.At(nodes)
            : RolloutLimits.MostInFlight(model.Rollout, levels);
        return Math.Clamp(most ?? nodes, 1, nodes);
    }

    /// <summary>k where it is a count whatever N, cap of a share not included; null where it grows with N.</summary>
    /// <param name="model">The model.</param>
    public static long? Constant(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var hasShare = model.Rollout.Limit is { } limit && limit.Share > 0;
        return hasShare ? null : RolloutLimits.MostInFlight(model.Rollout, new Levels(model.Cluster));
    }
}
