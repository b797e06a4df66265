namespace Simulator.Reporting.Plots;

/// <summary>A labelled place on an axis.</summary>
internal readonly record struct TickMark(double Value, string Label);
