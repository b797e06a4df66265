using Simulator.Kernel;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Services;

/// <summary>A rate limit with a burst; a step that <c>calls</c> it takes tokens before it works.</summary>
public sealed record TokenBucketSpec : ServiceSpec
{
    /// <summary>r, the refill.</summary>
    public required Frequency Rate { get; init; }

    /// <summary>b, tokens that the full bucket holds, at least 1; it starts full.</summary>
    public required long Burst { get; init; }

    /// <summary>Whether a call that finds too few tokens waits in line or is refused.</summary>
    public WhenEmpty WhenEmpty { get; init; }

    /// <summary>How the client tries again after a refusal; needed where <see cref="WhenEmpty"/> is reject.</summary>
    public Backoff? Retry { get; init; }

    internal override Backoff? ClientRetry => WhenEmpty == WhenEmpty.Reject ? Retry : null;
}
