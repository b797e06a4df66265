namespace Simulator.Experiments.Studies;

/// <summary>The growth of T between two thresholds.</summary>
/// <param name="From">First N.</param>
/// <param name="To">Last N.</param>
/// <param name="Class">bounded, logarithmic, sub-linear, linear or super-linear.</param>
/// <param name="Exponent">Local exponent d ln T / d ln N over the segment; null where it cannot be told.</param>
public sealed record SegmentResult(long From, long To, string Class, double? Exponent);
