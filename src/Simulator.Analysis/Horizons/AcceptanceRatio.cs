using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Horizons;

/// <summary>T(N)/T_inf(N) of one cell of an acceptance test with its simultaneous interval.</summary>
/// <param name="Nodes">N.</param>
/// <param name="Ratio">The ratio of means at the simultaneous level.</param>
/// <param name="Holds">Whether the upper limit is below 1 + ε; null where one replication gives no limit.</param>
public sealed record AcceptanceRatio(long Nodes, Estimate Ratio, bool? Holds);
