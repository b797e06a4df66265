using Simulator.Kernel;

namespace Simulator.Cluster.Services;

/// <summary>A bandwidth that transfers share equally, each at most at its own cap.</summary>
public sealed record LinkSpec : ServiceSpec
{
    /// <summary>B, what all transfers share.</summary>
    public required DataRate Bandwidth { get; init; }

    /// <summary>b, what one transfer gets at most; no cap where it is null.</summary>
    public DataRate? PerNode { get; init; }
}
