namespace Simulator.Analysis.MeanField;

/// <summary>A rate with a burst that the starts of one stage draw on.</summary>
/// <param name="Rate">Tokens per second, above 0.</param>
/// <param name="Burst">Tokens at the start and at most.</param>
public readonly record struct FlowBucket(double Rate, double Burst);
