using ScottPlot;

namespace Simulator.Reporting.Plots;

/// <summary>A plot in a picture, with its height and what its vertical axis counts; that stands upright above the axis.</summary>
internal sealed record FigurePanel(Plot Plot, int Height, string Label);
