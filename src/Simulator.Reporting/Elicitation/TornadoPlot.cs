using ScottPlot;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Uncertainty;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Elicitation;

/// <summary>T_inf(N), and below it T(N), with one answer at P10 and at P90 and all others in the middle; the widest bar on top.</summary>
internal static class TornadoPlot
{
    private const int MostBars = 10;
    private const int RowHeight = 30;
    private const float MostLabel = 270;
    private const double Room = 0.22;
    private const double Thin = 0.0015;

    /// <summary>The picture.</summary>
    public static Figure Draw(ElicitResult found, Theme theme)
    {
        var nodes = HumanCount.Of((long)found.Scenario.Model.Cluster.Nodes);
        var panels = new List<FigurePanel>
        {
            Panel(
                found.Values,
                end => end?.Floor,
                found.AtMiddle.Floor,
                $"T_inf({nodes}), the theoretical O(1) number",
                theme
            ),
        };
        if (found.AtMiddle.Time is { } middle)
        {
            panels.Add(Panel(found.Values, end => end?.Time, middle, $"T({nodes}), the rollout", theme));
        }

        var subtitle = string.Join(
            " · ",
            Lettering.Subtitle.CutMiddle(found.Scenario.Name, FigureHeader.MostName),
            $"{found.Experts.Count} experts",
            "one answer moved, all others in the middle"
        );
        var header = new FigureHeader(
            theme,
            "Which answer moves the time most?",
            subtitle,
            [
                new LegendEntry("answer at P10 of what the experts believe", theme.Curve) { LineWidth = 12 },
                new LegendEntry("answer at P90", theme.Bound) { LineWidth = 12 },
            ]
        );
        return new Figure(header, panels, [$"Means over {found.Replications} replications, the same in every bar."]);
    }

    private static FigurePanel Panel(
        IReadOnlyList<QuestionValue> values,
        Func<TornadoEnd?, double?> read,
        double middle,
        string label,
        Theme theme
    )
    {
        var bars = values
            .Select(own =>
                (
                    Label: $"{ElicitWords.Short(own)}: {ElicitWords.Numbers(own, asked => asked.Low)} to {ElicitWords.Numbers(own, asked => asked.High)}",
                    Low: read(own.AtLow) ?? middle,
                    High: read(own.AtHigh) ?? middle
                )
            )
            .OrderByDescending(bar => Math.Abs(bar.High - bar.Low))
            .Take(MostBars)
            .ToList();
        var labels = bars.Select(bar => Lettering.Label.CutMiddle(bar.Label, MostLabel)).ToList();
        var frame = new PlotFrame((bars.Count * RowHeight) + 96, labels.Max(Lettering.Label.Measure) + 40, 30, 30, 56);
        var plot = frame.Create(theme, "mean time");
        var ends = bars.SelectMany(bar => new[] { bar.Low, bar.High }).Append(middle).ToList();
        var span = Math.Max(ends.Max() - ends.Min(), middle * 0.01);
        var (low, high) = (Math.Max(0, ends.Min() - (span * Room)), ends.Max() + (span * Room));
        for (var row = 0; row < bars.Count; row++)
        {
            AddBar(plot, row, middle, bars[row].Low, theme.Curve, span);
            AddBar(plot, row, middle, bars[row].High, theme.Bound, span);
            AddFigures(plot, row, bars[row].Low, bars[row].High, theme);
        }

        var line = plot.Add.Line(middle, 0.62, middle, -bars.Count + 0.38);
        (line.LineColor, line.LineWidth) = (theme.Ink, 1.2f);
        plot.Axes.SetLimits(low, high, -bars.Count + 0.38, 0.62);
        PlotFrame.SetTicks(
            plot.Axes.Left,
            labels.Select((text, row) => new TickMark(-row, text)),
            isLogarithmic: false
        );
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        var ticks = TimeTicks.Linear(high, high / ((high - low) / frame.DataWidth), 92);
        PlotFrame.SetTicks(plot.Axes.Bottom, ticks.Where(tick => tick.Value >= low), isLogarithmic: false);
        return new FigurePanel(plot, frame.Height, label);
    }

    private static void AddBar(Plot plot, int row, double middle, double end, Color color, double span)
    {
        if (Math.Abs(end - middle) < Thin * span)
        {
            return; // it does not move the time
        }

        plot.Add.Bar(
            new Bar
            {
                Orientation = Orientation.Horizontal,
                Position = -row,
                ValueBase = middle,
                Value = end,
                Size = 0.6,
                FillColor = color,
                LineWidth = 0,
            }
        );
    }

    private static void AddFigures(Plot plot, int row, double low, double high, Theme theme)
    {
        var (left, right) = (Math.Min(low, high), Math.Max(low, high));
        PlotFrame.AddText(
            plot,
            HumanTime.Of(left),
            new Coordinates(left, -row),
            new TextStyle(theme.Ink, Alignment.MiddleRight) { OffsetX = -7 }
        );
        PlotFrame.AddText(
            plot,
            HumanTime.Of(right),
            new Coordinates(right, -row),
            new TextStyle(theme.Ink, Alignment.MiddleLeft) { OffsetX = 7 }
        );
    }
}
