namespace Simulator.Analysis.ScalingLaws;

/// <summary>A fitted law with the scores by which it is chosen.</summary>
/// <param name="Law">The law.</param>
/// <param name="Parameters">Number of fitted numbers p.</param>
/// <param name="Aicc">n ln(RSS/n) + 2k + 2k(k+1)/max(1, n−k−1) with k = p + 1; smaller is better.</param>
/// <param name="LeaveOneOutSeconds">Root of the weighted mean squared error at each size when it is left out; null where a refit was impossible.</param>
/// <remarks>Immutable.</remarks>
public sealed record ScoredLaw(ScalingLaw Law, int Parameters, double Aicc, double? LeaveOneOutSeconds);
