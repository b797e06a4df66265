namespace Simulator.Analysis.OrderStatistics;

/// <summary>A value that a law takes with positive probability: P(X = v) = m.</summary>
/// <param name="Value">v, finite, in the unit of the law.</param>
/// <param name="Mass">m in (0, 1].</param>
public readonly record struct Atom(double Value, double Mass);
