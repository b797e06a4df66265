namespace Simulator.Experiments.Attribution;

/// <summary>Something that makes a rollout slower than its floor and can be taken away by itself.</summary>
/// <param name="Name">A service, <c>failures</c>, <c>rollout.limit</c>, <c>rollout.limit.cap</c>, <c>rollout.tick.most</c> or <c>barriers</c>.</param>
/// <param name="Kind">failures, limit, cap, passes, barrier, station, link, token-bucket or budget.</param>
/// <param name="Removed">What the rollout is like without it, in words.</param>
public sealed record Factor(string Name, string Kind, string Removed)
{
    /// <summary>Failed attempts and what follows them.</summary>
    public const string Failures = "failures";

    /// <summary>Batches and waves that wait for their last unit.</summary>
    public const string Barriers = "barriers";

    /// <summary>The absolute number above which a share of N does not go.</summary>
    public const string Cap = "rollout.limit.cap";

    /// <summary>The number of units that one pass of a controller admits.</summary>
    public const string Passes = "rollout.tick.most";
}
