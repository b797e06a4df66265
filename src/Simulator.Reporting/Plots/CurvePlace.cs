using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Plots;

/// <summary>A cell with its place on the horizontal axis of T(N).</summary>
internal readonly record struct CurvePlace(double X, CellResult Cell);
