using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Services;

/// <summary>When a service is down. Work and transfers under way stand still meanwhile; nothing is lost.</summary>
public abstract record OutageSpec
{
    /// <summary>Up for a drawn time, down for a drawn time, and so on from t = 0.</summary>
    /// <param name="UpTime">From the start or a repair to the next outage, in seconds, on [0, 100 years].</param>
    /// <param name="RepairTime">How long an outage lasts, in seconds, on [0, 100 years].</param>
    /// <remarks>
    /// Draws of outage k = 1, 2, ...: node = the first of the service's group, step = FNV-1a 32 of
    /// <c>services.NAME.outages</c>, attempt k, draw 0 the time before it, draw 1 its length.
    /// </remarks>
    public sealed record Drawn(Distribution UpTime, Distribution RepairTime) : OutageSpec;

    /// <summary>Known beforehand.</summary>
    /// <param name="Times">Begin and length of each, in order, none beginning before the one before has ended.</param>
    public sealed record Scheduled(IReadOnlyList<(SimTime At, SimTime Lasts)> Times) : OutageSpec;
}
