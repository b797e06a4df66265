using Simulator.Analysis.Estimates;

namespace Simulator.Experiments.Attribution;

/// <summary>What one factor, or a group of factors that change nothing, has to do with T(N) - T_inf(N); seconds.</summary>
public sealed record FactorShare
{
    /// <summary>The factor; the members with commas between them for a group.</summary>
    public required string Name { get; init; }

    /// <summary>The factor's kind; <c>group</c> for a group.</summary>
    public required string Kind { get; init; }

    /// <summary>What the rollout is like without it.</summary>
    public required string Removed { get; init; }

    /// <summary>The Shapley share; all shares add up to T(N) - T_inf(N).</summary>
    public required Estimate Shapley { get; init; }

    /// <summary>Standard error from drawing orders of joining; 0 where all coalitions were run.</summary>
    public double SamplingError { get; init; }

    /// <summary>What removing it alone saves: T(N) minus T without it; negative where it would hurt.</summary>
    public required Estimate Removal { get; init; }

    /// <summary>What it adds to the floor when nothing else is in force.</summary>
    public required Estimate Alone { get; init; }

    /// <summary>Whether removing it makes the rollout slower, beyond what chance explains.</summary>
    public bool Hurts => Removal.Mean < 0 && (Removal.Upper ?? 0) < 0;
}
