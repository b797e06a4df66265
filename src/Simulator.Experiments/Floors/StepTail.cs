using Simulator.Analysis.Estimates;

namespace Simulator.Experiments.Floors;

/// <summary>What the stragglers of one step have to do with the floor.</summary>
/// <param name="Step">The step.</param>
/// <param name="MeanSeconds">Its mean.</param>
/// <param name="TailSeconds">T_inf(N) minus the same with every node taking just the mean.</param>
/// <param name="BoundSeconds">A bound that could be put on it: about its 99 % quantile, as a person would write it.</param>
/// <param name="NodesBeyond">How many nodes (groups) are expected to go beyond that bound.</param>
/// <param name="SavedSeconds">What the bound takes off T_inf(N).</param>
public sealed record StepTail(
    string Step,
    double MeanSeconds,
    Estimate TailSeconds,
    double BoundSeconds,
    double NodesBeyond,
    Estimate SavedSeconds
);
