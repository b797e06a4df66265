using ScottPlot;

namespace Simulator.Reporting.Plots;

/// <summary>What a line, a marker or an area stands for.</summary>
internal sealed record LegendEntry(string Text, Color Color)
{
    /// <summary>Pattern of the line.</summary>
    public LinePattern Pattern { get; init; } = LinePattern.Solid;

    /// <summary>Width of the line; 0 where there is none.</summary>
    public float LineWidth { get; init; } = 2;

    /// <summary>The marker.</summary>
    public MarkerShape Marker { get; init; } = MarkerShape.None;

    /// <summary>Whether a pale area surrounds the line.</summary>
    public bool HasBand { get; init; }
}
