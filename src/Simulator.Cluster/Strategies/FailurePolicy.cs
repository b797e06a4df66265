namespace Simulator.Cluster.Strategies;

/// <summary>When failed nodes stop the rollout: no further unit is admitted, those under way finish.</summary>
/// <param name="MostErrors">Failed nodes that are tolerated, a count or a share; the rollout stops when there are more.</param>
/// <param name="Rounding">How a share becomes whole nodes.</param>
/// <param name="Scope">Which failures count, and the base of the share.</param>
public sealed record FailurePolicy(
    Quota MostErrors,
    Rounding Rounding = Rounding.Down,
    ErrorScope Scope = ErrorScope.Rollout
)
{
    /// <summary>Whether the quota says how many must succeed instead of how many may fail.</summary>
    public bool CountsSuccesses { get; init; }

    /// <summary>The most failures of a number of nodes.</summary>
    /// <param name="nodes">At least 1.</param>
    public long At(int nodes)
    {
        var count = MostErrors.At(nodes, Rounding);
        return CountsSuccesses ? Math.Max(0, nodes - count) : count;
    }
}
