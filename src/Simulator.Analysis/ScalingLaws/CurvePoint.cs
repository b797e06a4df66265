namespace Simulator.Analysis.ScalingLaws;

/// <summary>One point of a measured curve T(N).</summary>
/// <param name="Nodes">N &gt; 0.</param>
/// <param name="Seconds">T(N) in seconds, ≥ 0, usually a mean over replications.</param>
/// <param name="StandardError">Standard error of T(N) in seconds, ≥ 0; null where it is unknown.</param>
public readonly record struct CurvePoint(double Nodes, double Seconds, double? StandardError = null);
