using ScottPlot;
using ScottPlot.Hatches;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Plots;

/// <summary>From T_1 to T(N): what each cause adds, as horizontal bars that hang together.</summary>
internal sealed class WaterfallPlot
{
    private const int MostBars = 18;
    private const int RowHeight = 34;
    private const float MostLabel = 270;
    private const double LeastBar = 1.5;

    private readonly IReadOnlyList<WaterfallBar> _bars;
    private readonly int _nodes;
    private readonly Theme _theme;
    private readonly PlotFrame _frame;
    private readonly Plot _plot;
    private readonly double _low;
    private readonly double _high;

    private WaterfallPlot(StudyResult study, Theme theme)
    {
        _bars = Shorten(study.Waterfall);
        _nodes = study.Focus.Nodes;
        _theme = theme;
        var widest = Labels().Select(Lettering.Label.Measure).Max();
        _frame = new PlotFrame(((_bars.Count + 1) * RowHeight) + 66, Math.Min(MostLabel, widest) + 40, 30, 6, 56);
        _plot = _frame.Create(theme, "time, adding up from one node alone to the whole rollout");
        var ends = _bars
            .SelectMany(bar => new[] { bar.TotalSeconds, bar.TotalSeconds - bar.Seconds })
            .Append(0)
            .ToList();
        var span = Math.Max(ends.Max() - Math.Min(0, ends.Min()), 1e-9);
        (_low, _high) = (Math.Min(0, ends.Min()), ends.Max() + (span * Room()));
        _high = Math.Max(_high, 1e-9);
    }

    private double Total => _bars.Count == 0 ? 0 : _bars[^1].TotalSeconds;

    private double SecondsPerPixel => (_high - _low) / _frame.DataWidth;

    /// <summary>Draws the bars of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="what">What the bars are, for the line below the title.</param>
    public static Figure Draw(StudyResult study, Theme theme, string what)
    {
        var drawing = new WaterfallPlot(study, theme);
        drawing.Compose();
        var subtitle = string.Join(
            " · ",
            Lettering.Subtitle.CutMiddle(study.Scenario, FigureHeader.MostName),
            $"{what} at {FocusText.Of(study)}",
            "shares of T(N) in brackets"
        );
        var header = new FigureHeader(theme, study.Question, subtitle, []);
        IReadOnlyList<string> notes =
            study.Waterfall.Count > 0 ? [] : ["T(N) was not taken apart: no replication completed."];
        return new Figure(header, [new FigurePanel(drawing._plot, drawing._frame.Height, string.Empty)], notes);
    }

    private static IReadOnlyList<WaterfallBar> Shorten(IReadOnlyList<WaterfallBar> bars)
    {
        if (bars.Count <= MostBars)
        {
            return bars;
        }

        var rest = bars.Skip(MostBars - 1).ToList();
        var others = new WaterfallBar($"{rest.Count} others", rest.Sum(bar => bar.Seconds), bars[^1].TotalSeconds);
        return [.. bars.Take(MostBars - 1), others];
    }

    private IEnumerable<string> Labels() =>
        _bars.Select(bar => Lettering.Label.CutMiddle(Names.Of(bar.Cause), MostLabel)).Append(TotalLabel());

    private string TotalLabel() => $"T(N) at N = {HumanCount.Of((long)_nodes)}";

    /// <summary>Room for the widest figure to the right of the longest bar, as a share of the span of the bars.</summary>
    private double Room()
    {
        var text = _bars.Select(Figures).Append(HumanTime.Of(Total)).Select(Lettering.Label.Measure).Max() + 14;
        return text / Math.Max(100, _frame.DataWidth - text);
    }

    private string Figures(WaterfallBar bar)
    {
        var isFirst = ReferenceEquals(bar, _bars[0]);
        var time = isFirst ? HumanTime.Of(bar.Seconds) : HumanTime.Signed(bar.Seconds);
        return Total > 0 ? $"{time} ({HumanShare.Of(bar.Seconds / Total)})" : time;
    }

    private void Compose()
    {
        for (var row = 0; row < _bars.Count; row++)
        {
            Draw(_bars[row], row);
        }

        if (_bars.Count > 0)
        {
            AddBar(_bars.Count, 0, Total, (_theme.Ink, null));
            AddFigure(_bars.Count, Math.Max(0, Total), HumanTime.Of(Total), isBold: true);
        }

        _plot.Axes.SetLimits(_low, _high, -_bars.Count - 0.62, 0.62);
        var labels = Labels().Select((label, row) => new TickMark(-row, label)).ToList();
        PlotFrame.SetTicks(_plot.Axes.Left, labels, isLogarithmic: false);
        _plot.Axes.Left.MajorTickStyle.Length = 0;
        _plot.Grid.YAxisStyle.IsVisible = false;
        var ticks = _bars.Count == 0 ? [] : TimeTicks.Linear(_high, _high / SecondsPerPixel, 92);
        PlotFrame.SetTicks(_plot.Axes.Bottom, ticks, isLogarithmic: false);
    }

    private void Draw(WaterfallBar bar, int row)
    {
        var start = bar.TotalSeconds - bar.Seconds;
        (Color Fill, IHatch? Hatch) look = bar.Seconds switch
        {
            _ when row == 0 => (_theme.Curve, null),
            < 0 => (_theme.Floor, new Striped(StripeDirection.DiagonalUp)),
            _ => (_theme.Bound, null),
        };
        AddBar(row, start, bar.TotalSeconds, look);
        AddFigure(row, Math.Max(start, bar.TotalSeconds), Figures(bar), isBold: false);
        var link = _plot.Add.Line(bar.TotalSeconds, -row - 0.3, bar.TotalSeconds, -row - 0.7);
        link.LineColor = _theme.Muted;
        link.LineWidth = 1;
    }

    private void AddBar(int row, double start, double end, (Color Fill, IHatch? Hatch) look)
    {
        var least = LeastBar * SecondsPerPixel;
        var isSliver = Math.Abs(end - start) < least;
        var bar = new Bar
        {
            Orientation = Orientation.Horizontal,
            Position = -row,
            ValueBase = isSliver ? ((start + end) / 2) - (least / 2) : start,
            Value = isSliver ? ((start + end) / 2) + (least / 2) : end,
            Size = 0.6,
            FillColor = look.Hatch is null ? look.Fill : _theme.Background,
            FillHatch = look.Hatch,
            FillHatchColor = look.Fill,
            LineColor = look.Fill,
            LineWidth = look.Hatch is null ? 0 : 1.4f,
        };
        _plot.Add.Bar(bar);
    }

    private void AddFigure(int row, double end, string text, bool isBold) =>
        PlotFrame.AddText(
            _plot,
            text,
            new Coordinates(end, -row),
            new TextStyle(_theme.Ink, Alignment.MiddleLeft) { OffsetX = 7, IsBold = isBold }
        );
}
