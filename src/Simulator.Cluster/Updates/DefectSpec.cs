using Simulator.Kernel;

namespace Simulator.Cluster.Updates;

/// <summary>A new version that is bad on some nodes, which shows only after they are verified.</summary>
/// <param name="Share">The probability that a verified node is bad, in [0, 1]; drawn once a node.</param>
/// <param name="DetectedAfter">From the end of a bad node until somebody sees it, at least 0.</param>
public sealed record DefectSpec(double Share, SimTime DetectedAfter);
