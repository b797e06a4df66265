namespace Simulator.Reporting.Plots;

/// <summary>The cells that make one curve, from left to right, and what sets it apart from the other curves.</summary>
internal sealed record CurveSeries(string Name, IReadOnlyList<CurvePlace> Places);
