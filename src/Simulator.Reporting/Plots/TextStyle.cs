using ScottPlot;

namespace Simulator.Reporting.Plots;

/// <summary>How a label in a plot looks.</summary>
internal sealed record TextStyle(Color Color, Alignment Alignment)
{
    /// <summary>Size in pixels.</summary>
    public float Size { get; init; } = 12.5f;

    /// <summary>Whether it is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Pixels to the right.</summary>
    public float OffsetX { get; init; }

    /// <summary>What lies behind it.</summary>
    public Color? Background { get; init; }
}
