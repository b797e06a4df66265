namespace Simulator.Experiments.Evidence;

/// <summary>A measurement that sets a number.</summary>
/// <param name="N">n, above 0.</param>
/// <param name="Seconds">The time measured there, above 0.</param>
public sealed record CalibrationPoint(decimal N, double Seconds);
