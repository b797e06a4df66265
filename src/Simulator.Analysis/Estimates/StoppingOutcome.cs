namespace Simulator.Analysis.Estimates;

/// <summary>What a stopping rule says about the replications at hand.</summary>
/// <param name="Replications">Number of replications, in index order from 0, that the verdict rests on.</param>
/// <param name="Met">Whether the precision is reached; false also while more replications are asked for.</param>
/// <param name="NextLook">Number of replications to complete before the next look; null = stop now.</param>
/// <param name="Mean">The estimate from these replications; null where none is there or the mean is refused.</param>
/// <param name="MeanRefused">Whether the variance is infinite, so that no interval for a mean is honest.</param>
/// <remarks>Immutable.</remarks>
public sealed record StoppingOutcome(int Replications, bool Met, int? NextLook, Estimate? Mean, bool MeanRefused);
