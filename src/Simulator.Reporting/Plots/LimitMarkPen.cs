using ScottPlot;

namespace Simulator.Reporting.Plots;

/// <summary>Draws the marks of limits into T(N): all lines first, so that no line crosses a name.</summary>
internal static class LimitMarkPen
{
    /// <summary>Height of a lane of names, in pixels.</summary>
    public const double LaneHeight = 18;

    /// <summary>Draws marks into a plot whose limits are set and leave room for the lanes.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="frame">Its size.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="marks">At least one mark.</param>
    /// <returns>What the lines stand for.</returns>
    public static LegendEntry Draw(Plot plot, PlotFrame frame, Theme theme, IReadOnlyList<LimitMark> marks)
    {
        var limits = plot.Axes.GetLimits();
        var perPixelX = (limits.Right - limits.Left) / frame.DataWidth;
        var perPixelY = (limits.Top - limits.Bottom) / frame.DataHeight;
        var lanes = marks.Max(mark => mark.Lane) + 1;
        var places = marks
            .Select(mark => new Coordinates(
                limits.Left + (mark.X * perPixelX),
                limits.Top - ((lanes - mark.Lane - 0.5) * LaneHeight * perPixelY)
            ))
            .ToList();
        var entry = new LegendEntry("limit bites above N*", theme.Mark)
        {
            Pattern = LinePattern.DenselyDashed,
            LineWidth = 1.2f,
        };
        foreach (var place in places)
        {
            var top = place.Y + (LaneHeight / 2 * perPixelY);
            plot.Add.Plottable(new StrokeLine([new(place.X, limits.Bottom), new(place.X, top)], entry));
        }

        foreach (var (mark, place) in marks.Zip(places))
        {
            var alignment = mark.IsLeft ? Alignment.MiddleRight : Alignment.MiddleLeft;
            var style = new TextStyle(theme.Mark, alignment)
            {
                OffsetX = mark.IsLeft ? -5 : 5,
                Background = theme.Background,
            };
            PlotFrame.AddText(plot, mark.Text, place, style);
        }

        return entry;
    }
}
