using ScottPlot;
using Simulator.Experiments.Elicitation.Uncertainty;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Elicitation;

/// <summary>The bars of one time, the widest on top.</summary>
internal sealed class TornadoPanel
{
    private const int MostBars = 10;
    private const int RowHeight = 30;
    private const float MostLabel = 270;
    private const double Room = 0.22;
    private const double Thin = 0.0015;

    private readonly Theme _theme;
    private readonly List<(string Label, double Low, double High)> _bars;
    private readonly double _middle;
    private readonly double _span;
    private readonly PlotFrame _frame;
    private readonly Plot _plot;

    private TornadoPanel(
        IReadOnlyList<QuestionValue> values,
        Func<TornadoEnd?, double?> read,
        double middle,
        Theme theme
    )
    {
        (_theme, _middle) = (theme, middle);
        _bars =
        [
            .. values
                .Select(own =>
                    (
                        Lettering.Label.CutMiddle(ElicitWords.Label(own), MostLabel),
                        read(own.AtLow) ?? middle,
                        read(own.AtHigh) ?? middle
                    )
                )
                .OrderByDescending(bar => Math.Abs(bar.Item3 - bar.Item2))
                .Take(MostBars),
        ];
        var widest = _bars.Max(bar => Lettering.Label.Measure(bar.Label));
        _frame = new PlotFrame((_bars.Count * RowHeight) + 96, widest + 40, 30, 30, 56);
        _plot = _frame.Create(theme, "mean time");
        var ends = _bars.SelectMany(bar => new[] { bar.Low, bar.High }).Append(middle).ToList();
        _span = Math.Max(ends.Max() - ends.Min(), middle * 0.01);
        var (low, high) = (Math.Max(0, ends.Min() - (_span * Room)), ends.Max() + (_span * Room));
        _plot.Axes.SetLimits(low, high, -_bars.Count + 0.38, 0.62);
        var ticks = TimeTicks.Linear(high, high / ((high - low) / _frame.DataWidth), 92);
        PlotFrame.SetTicks(_plot.Axes.Bottom, ticks.Where(tick => tick.Value >= low), isLogarithmic: false);
    }

    /// <summary>The panel.</summary>
    /// <param name="values">The unknowns.</param>
    /// <param name="read">The time to show.</param>
    /// <param name="middle">It with every answer in the middle.</param>
    /// <param name="label">What it is.</param>
    /// <param name="theme">The colours.</param>
    public static FigurePanel Draw(
        IReadOnlyList<QuestionValue> values,
        Func<TornadoEnd?, double?> read,
        double middle,
        string label,
        Theme theme
    )
    {
        var panel = new TornadoPanel(values, read, middle, theme);
        panel.Compose();
        return new FigurePanel(panel._plot, panel._frame.Height, label);
    }

    private void Compose()
    {
        for (var row = 0; row < _bars.Count; row++)
        {
            AddRow(row, _bars[row].Low, _bars[row].High);
        }

        var line = _plot.Add.Line(_middle, 0.62, _middle, -_bars.Count + 0.38);
        (line.LineColor, line.LineWidth) = (_theme.Ink, 1.2f);
        var labels = _bars.Select((bar, row) => new TickMark(-row, bar.Label));
        PlotFrame.SetTicks(_plot.Axes.Left, labels, isLogarithmic: false);
        _plot.Axes.Left.MajorTickStyle.Length = 0;
        _plot.Grid.YAxisStyle.IsVisible = false;
    }

    private void AddRow(int row, double low, double high)
    {
        if (Math.Max(Math.Abs(low - _middle), Math.Abs(high - _middle)) < Thin * _span)
        {
            AddText("does not move it", _middle, row, _theme.Muted, isLeft: false);
            return;
        }

        AddBar(row, low, _theme.Curve);
        AddBar(row, high, _theme.Bound);
        var (least, most) = (Math.Min(low, high), Math.Max(low, high));
        AddText(HumanTime.Of(least), Math.Min(least, _middle), row, _theme.Ink, isLeft: true);
        AddText(HumanTime.Of(most), Math.Max(most, _middle), row, _theme.Ink, isLeft: false);
    }

    private void AddBar(int row, double end, Color color) =>
        _plot.Add.Bar(
            new Bar
            {
                Orientation = Orientation.Horizontal,
                Position = -row,
                ValueBase = _middle,
                Value = end,
                Size = 0.6,
                FillColor = color,
                LineWidth = 0,
            }
        );

    private void AddText(string text, double x, int row, Color color, bool isLeft) =>
        PlotFrame.AddText(
            _plot,
            text,
            new Coordinates(x, -row),
            new TextStyle(color, isLeft ? Alignment.MiddleRight : Alignment.MiddleLeft) { OffsetX = isLeft ? -7 : 7 }
        );
}
