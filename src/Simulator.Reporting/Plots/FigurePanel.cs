using ScottPlot;

namespace Simulator.Reporting.Plots;

/// <summary>A plot in a picture, with its height.</summary>
internal sealed record FigurePanel(Plot Plot, int Height);
