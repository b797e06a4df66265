using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios;

/// <summary>What the answer is held against; all shares lie in (0, 1).</summary>
public sealed record Goals
{
    /// <summary>ε: how far T(N) may lie above the contention-free time and still count as O(1).</summary>
    public double Deviation { get; init; } = 0.1;

    /// <summary>The time in which the rollout has to be over; none where it is null.</summary>
    public SimTime? Deadline { get; init; }

    /// <summary>The relative half-width of the mean at which replications stop.</summary>
    public double Precision { get; init; } = 0.02;

    /// <summary>γ, the level of all intervals.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>q, the share of nodes to which the time is reported beside 100 %.</summary>
    public double ShareVerified { get; init; } = 0.99;
}
