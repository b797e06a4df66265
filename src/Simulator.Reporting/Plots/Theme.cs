using ScottPlot;

namespace Simulator.Reporting.Plots;

/// <summary>Colours of a picture: after Okabe and Ito, told apart by the colour-blind; lines differ in pattern too.</summary>
public sealed record Theme
{
    private Theme() { }

    /// <summary>Dark ink on white paper.</summary>
    public static Theme Light { get; } =
        new()
        {
            Background = new("#FFFFFF"),
            Ink = new("#1F2328"),
            Muted = new("#59636E"),
            Grid = new("#E3E6EA"),
            Curve = new("#0072B2"),
            Floor = new("#007D5C"),
            Bound = new("#C87000"),
            Mark = new("#C04A00"),
            Law = new("#1F2328"),
            Series =
            [
                new("#0072B2"),
                new("#D55E00"),
                new("#009E73"),
                new("#A3558C"),
                new("#B07B00"),
                new("#3D9BD1"),
                new("#1F2328"),
                new("#7A7A7A"),
            ],
        };

    /// <summary>Light ink on dark paper.</summary>
    public static Theme Dark { get; } =
        new()
        {
            Background = new("#14181D"),
            Ink = new("#E6EAEF"),
            Muted = new("#A3ADB8"),
            Grid = new("#2B323A"),
            Curve = new("#56B4E9"),
            Floor = new("#3CCB9F"),
            Bound = new("#F0B33A"),
            Mark = new("#FF9356"),
            Law = new("#E6EAEF"),
            Series =
            [
                new("#56B4E9"),
                new("#FF8A47"),
                new("#3CCB9F"),
                new("#E79AC8"),
                new("#F0C33A"),
                new("#2F86C4"),
                new("#E6EAEF"),
                new("#9AA3AD"),
            ],
        };

    internal Color Background { get; private init; }

    internal Color Ink { get; private init; }

    internal Color Muted { get; private init; }

    internal Color Grid { get; private init; }

    internal Color Curve { get; private init; }

    internal Color Floor { get; private init; }

    internal Color Bound { get; private init; }

    internal Color Mark { get; private init; }

    internal Color Law { get; private init; }

    internal IReadOnlyList<Color> Series { get; private init; } = [];
}
