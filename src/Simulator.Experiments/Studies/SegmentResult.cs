using Simulator.Analysis.ScalingLaws;

namespace Simulator.Experiments.Studies;

/// <summary>The growth of T between two thresholds.</summary>
/// <param name="From">First tested N.</param>
/// <param name="To">Last tested N.</param>
/// <param name="Sizes">Number of tested N.</param>
/// <param name="Class">bounded, logarithmic, sub-linear, linear or super-linear; null where there are too few sizes for a law.</param>
/// <param name="Exponent">The local exponent at the far end, with its span; null where no tested N can be doubled.</param>
public sealed record SegmentResult(long From, long To, int Sizes, string? Class, LocalExponent? Exponent);
