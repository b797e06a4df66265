using Simulator.Kernel;

namespace Simulator.Cluster.Updates;

/// <summary>Each attempt fails with probability <c>Share</c>, independently; or the first attempts of listed nodes fail.</summary>
/// <param name="Share">p in [0, 1].</param>
/// <param name="Detected">When the failure shows.</param>
/// <param name="TimeOut">How long a failing attempt takes where it shows at the time-out.</param>
public sealed record FailureSpec(double Share, Detection Detected = Detection.AtEnd, SimTime? TimeOut = null)
{
    /// <summary>
    /// Node i fails its first value i mod n of a list, each at least 0: a trace, or a case with a known answer. Nothing is
    /// drawn then; null where failures are drawn.
    /// </summary>
    public IReadOnlyList<int>? Listed { get; init; }

    internal bool IsPossible => Listed?.Any(attempts => attempts > 0) ?? Share > 0;
}
