namespace Simulator.Cluster.Strategies;

/// <summary>
/// k(N) = max(1, min(cap, max(floor, round(share · N)) + surge(N))) nodes, at most N; a count is taken as it is.
/// </summary>
public sealed record LimitSpec
{
    /// <summary>A count of nodes, of units, or a share of N.</summary>
    public required Quota MaxUnavailable { get; init; }

    /// <summary>How a share becomes a whole number.</summary>
    public Rounding Rounding { get; init; } = Rounding.Down;

    /// <summary>The least, in nodes; at least 1, the default, or 0 where a surge makes up for it.</summary>
    public int Floor { get; init; } = 1;

    /// <summary>The most, in nodes; none where it is null.</summary>
    public int? Cap { get; init; }

    /// <summary>Nodes that are added before others are taken out; null for none.</summary>
    public Quota? Surge { get; init; }

    /// <summary>How a share of surge nodes becomes a whole number.</summary>
    public Rounding SurgeRounding { get; init; } = Rounding.Up;

    /// <summary>Whether nodes that have failed keep their places.</summary>
    public bool CountsFailed { get; init; }

    /// <summary>At most so many in one group; null where groups do not matter.</summary>
    public DomainLimit? Domain { get; init; }

    /// <summary>The share of N in it, those that a surge adds included; 0 where both are counts.</summary>
    public decimal Share =>
        (MaxUnavailable.Kind == QuotaKind.Share ? MaxUnavailable.Value : 0)
        + (Surge is { Kind: QuotaKind.Share } added ? added.Value : 0);

    /// <summary>Nodes added at a cluster size.</summary>
    /// <param name="nodes">N, at least 1.</param>
    public int SurgeAt(int nodes) => (int)Math.Min(Surge?.At(nodes, SurgeRounding) ?? 0, nodes);

    /// <summary>k at a cluster size, in nodes or, where the quota counts units, in units.</summary>
    /// <param name="nodes">N, at least 1.</param>
    /// <returns>k, at least 1, at most N.</returns>
    public int At(int nodes)
    {
        var wanted = Math.Max(MaxUnavailable.At(nodes, Rounding), Floor) + SurgeAt(nodes);
        return (int)Math.Clamp(Math.Min(wanted, Cap ?? long.MaxValue), 1, nodes);
    }
}
