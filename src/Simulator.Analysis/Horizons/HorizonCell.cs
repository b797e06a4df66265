namespace Simulator.Analysis.Horizons;

/// <summary>One tested size: T(n) beside the time that it is compared with.</summary>
/// <param name="Nodes">Number of nodes n, ≥ 1.</param>
/// <param name="Seconds">Makespan T(n), ≥ 0, usually a mean.</param>
/// <param name="ReferenceSeconds">What T(n) is held against, ≥ 0: T_inf(n), or T_1.</param>
public readonly record struct HorizonCell(long Nodes, double Seconds, double ReferenceSeconds);
