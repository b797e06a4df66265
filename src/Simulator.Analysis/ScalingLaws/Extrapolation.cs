namespace Simulator.Analysis.ScalingLaws;

/// <summary>A law's prediction for a size, with a warning where the law was never tested near it.</summary>
/// <param name="Nodes">N.</param>
/// <param name="Seconds">The law's T(N) in seconds.</param>
/// <param name="IsFar">Whether N is beyond twice the largest size that the law was fitted to.</param>
public readonly record struct Extrapolation(double Nodes, double Seconds, bool IsFar);
