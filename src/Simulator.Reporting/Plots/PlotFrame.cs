using ScottPlot;
using ScottPlot.TickGenerators;

namespace Simulator.Reporting.Plots;

/// <summary>Where the data of a plot lie inside its panel, in pixels, and the clothes that all plots wear.</summary>
internal sealed record PlotFrame(int Height, float Left, float Right, float Top, float Bottom)
{
    private const float LabelSize = 13;

    /// <summary>ScottPlot centres a label on the height of the face; this puts the middle of its digits on the tick.</summary>
    private const float Settling = 3;

    /// <summary>Pixels across the data.</summary>
    public float DataWidth => Figure.Width - Left - Right;

    /// <summary>Pixels up the data.</summary>
    public float DataHeight => Height - Top - Bottom;

    /// <summary>An empty plot in the theme with axis labels.</summary>
    public Plot Create(Theme theme, string horizontal)
    {
        EmbeddedFonts.Register();
        var plot = new Plot();
        plot.FigureBackground.Color = theme.Background;
        plot.DataBackground.Color = theme.Background;
        plot.Axes.Color(theme.Muted);
        plot.Grid.MajorLineColor = theme.Grid;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Axes.Bottom.Label.Text = horizontal;
        plot.Axes.Left.Label.Text = string.Empty;
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.ForeColor = theme.Ink;
            axis.Label.FontName = EmbeddedFonts.Family;
            axis.Label.FontSize = LabelSize;
            axis.Label.Bold = false;
            axis.TickLabelStyle.ForeColor = theme.Ink;
            axis.TickLabelStyle.FontName = EmbeddedFonts.Family;
            axis.TickLabelStyle.FontSize = LabelSize;
            axis.TickLabelStyle.OffsetY = axis == plot.Axes.Left ? Settling : 0;
        }

        plot.Layout.Fixed(new PixelPadding(Left, Right, Bottom, Top));
        return plot;
    }

    /// <summary>Puts ticks at places of an axis and nowhere else.</summary>
    public static void SetTicks(IAxis axis, IEnumerable<TickMark> ticks, bool isLogarithmic)
    {
        var all = ticks.ToList();
        axis.TickGenerator = new NumericManual(
            [.. all.Select(tick => isLogarithmic ? Math.Log10(tick.Value) : tick.Value)],
            [.. all.Select(tick => tick.Label)]
        );
    }

    /// <summary>Writes a label into a plot.</summary>
    public static void AddText(Plot plot, string text, Coordinates place, TextStyle style)
    {
        var label = plot.Add.Text(text, place);
        label.LabelFontName = EmbeddedFonts.Family;
        label.LabelFontSize = style.Size;
        label.LabelBold = style.IsBold;
        label.LabelFontColor = style.Color;
        label.LabelAlignment = style.Alignment;
        label.LabelPadding = 1;
        label.OffsetX = style.OffsetX;
        label.OffsetY = Settling;
        if (style.Background is { } background)
        {
            label.LabelBackgroundColor = background;
        }
    }
}
