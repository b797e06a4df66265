namespace Simulator.Cluster.Strategies;

/// <summary>
/// k(N) = max(1, min(cap, max(floor, round(share · N)))) nodes; a count is taken as it is, within cap and N.
/// </summary>
public sealed record LimitSpec
{
    /// <summary>A count of nodes, of units, or a share of N.</summary>
    public required Quota MaxUnavailable { get; init; }

    /// <summary>How a share becomes a whole number.</summary>
    public Rounding Rounding { get; init; } = Rounding.Down;

    /// <summary>The least, in nodes; at least 1, the default.</summary>
    public int Floor { get; init; } = 1;

    /// <summary>The most, in nodes; none where it is null.</summary>
    public int? Cap { get; init; }

    /// <summary>k at a cluster size, in nodes or, where the quota counts units, in units.</summary>
    /// <param name="nodes">N, at least 1.</param>
    /// <returns>k, at least 1, at most N.</returns>
    public int At(int nodes)
    {
        var wanted = Math.Max(MaxUnavailable.At(nodes, Rounding), Floor);
        return (int)Math.Clamp(Math.Min(wanted, Cap ?? long.MaxValue), 1, nodes);
    }
}
