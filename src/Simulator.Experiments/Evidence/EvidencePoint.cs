namespace Simulator.Experiments.Evidence;

/// <summary>A measured point.</summary>
/// <param name="Row">The line of the file at which it begins, from 1.</param>
/// <param name="Case">The case, as the names of scenario files spell it.</param>
/// <param name="N">n, above 0.</param>
/// <param name="Seconds">The time measured, above 0.</param>
public sealed record EvidencePoint(int Row, string Case, decimal N, double Seconds);
