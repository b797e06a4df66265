using Simulator.Kernel;

namespace Simulator.Cluster.Updates;

/// <summary>Each attempt fails with probability <c>Share</c>, independently.</summary>
/// <param name="Share">p in [0, 1].</param>
/// <param name="Detected">When the failure shows.</param>
/// <param name="TimeOut">How long a failing attempt takes where it shows at the time-out.</param>
public sealed record FailureSpec(double Share, Detection Detected = Detection.AtEnd, SimTime? TimeOut = null);
