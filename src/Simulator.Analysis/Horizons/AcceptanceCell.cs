namespace Simulator.Analysis.Horizons;

/// <summary>One tested size of an acceptance test: makespans and their contention-free partners.</summary>
/// <param name="Nodes">N ≥ 1.</param>
/// <param name="Seconds">T(N), one value per replication in index order, shape [n], n ≥ 1, finite.</param>
/// <param name="ReferenceSeconds">T_inf(N) of the same replications, shape [n], or one exactly known value, shape [1].</param>
public sealed record AcceptanceCell(long Nodes, IReadOnlyList<double> Seconds, IReadOnlyList<double> ReferenceSeconds);
