namespace Simulator.Experiments.Analytic;

/// <summary>A kind of scenario, by what makes its answer hard, with the error that was measured for it.</summary>
/// <param name="Name">In words.</param>
/// <param name="Usual">The relative error of E[T] that nine in ten of the measured cells stay within.</param>
/// <remarks>Measured against simulation on the shipped scenarios and on generated ones: <c>docs/analytic.csv</c>.</remarks>
public sealed record AnalyticKind(string Name, double Usual);
