using System.Globalization;
using ScottPlot;
using Simulator.Experiments.Evidence;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Evidence;

/// <summary>Predicted against measured times, and their ratio over n; cases differ in colour and marker.</summary>
internal sealed class EvidencePlot
{
    private const double Room = 0.12;
    private const double TickGap = 18;

    /// <summary>Ratios that may be labelled; those of a lower rank are placed first.</summary>
    private static readonly IReadOnlyList<(double Ratio, string Label, int Rank)> RatioTicks =
    [
        .. new[]
        {
            (1, 0),
            (10, 1),
            (0.1, 1),
            (100, 1),
            (0.01, 1),
            (2, 2),
            (0.5, 2),
            (5, 3),
            (0.2, 3),
            (1.25, 4),
            (0.8, 4),
        }.Select(pair => (pair.Item1, pair.Item1.ToString("0.##", CultureInfo.InvariantCulture), pair.Item2)),
    ];

    private static readonly PlotFrame Times = new(460, 90, 30, 30, 50);
    private static readonly PlotFrame Ratios = new(320, 90, 30, 30, 50);

    private static readonly (MarkerShape Filled, MarkerShape Open)[] Shapes =
    [
        (MarkerShape.FilledCircle, MarkerShape.OpenCircle),
        (MarkerShape.FilledSquare, MarkerShape.OpenSquare),
        (MarkerShape.FilledTriangleUp, MarkerShape.OpenTriangleUp),
        (MarkerShape.FilledDiamond, MarkerShape.OpenDiamond),
        (MarkerShape.FilledTriangleDown, MarkerShape.OpenTriangleDown),
        (MarkerShape.Cross, MarkerShape.Eks),
    ];

    private readonly Theme _theme;
    private readonly List<CaseResult> _cases;
    private readonly List<EvidenceRow> _rows;
    private readonly Plot _times;
    private readonly Plot _ratios;

    private EvidencePlot(EvidenceResult evidence, Theme theme)
    {
        _theme = theme;
        _cases = [.. evidence.Cases.Where(result => result.Scenario is not null)];
        _rows = [.. _cases.SelectMany(result => result.Rows)];
        _times = PredictedOverMeasured();
        _ratios = RatioOverN();
    }

    /// <summary>The picture; empty axes where nothing was predicted.</summary>
    public static Figure Draw(EvidenceResult evidence, Theme theme)
    {
        var drawing = new EvidencePlot(evidence, theme);
        var legend = drawing._cases.Select(
            (result, place) =>
                new LegendEntry(result.Name, drawing.ColorOf(place)) { LineWidth = 0, Marker = ShapesOf(place).Filled }
        );
        var counted = drawing._rows.Where(row => row.Kind == PointKind.Unseen).ToList();
        var median = CaseResult.MedianError(counted) is { } error ? $", median error {HumanShare.Of(error)}" : "";
        var header = new FigureHeader(
            theme,
            "How well are published measurements predicted?",
            $"{evidence.Source} · {HumanCount.Of((long)counted.Count)} points that nothing was taken from{median}",
            legend
        );
        return new Figure(
            header,
            [
                new FigurePanel(drawing._times, Times.Height, "predicted"),
                new FigurePanel(drawing._ratios, Ratios.Height, "predicted / measured"),
            ],
            [
                "Filled: nothing was taken from this point; the bar is its interval. Open: calibrated (left out, where three or more) or a negative control. Dotted: 25 % off.",
            ]
        );
    }

    private Plot PredictedOverMeasured()
    {
        var plot = Times.Create(_theme, "measured (both axes logarithmic)");
        var times = _rows.SelectMany(row => new[] { row.Point.Seconds, row.Predicted ?? row.Point.Seconds }).ToList();
        var (low, high) =
            times.Count == 0 ? (0.0, 1.0) : (Math.Log10(times.Min()) - 0.2, Math.Log10(times.Max()) + 0.2);
        var off = Math.Log10(1.25);
        Line(plot, (low, low), (high, high), LinePattern.Solid);
        Line(plot, (low, low + off), (high, high + off), LinePattern.Dotted);
        Line(plot, (low, low - off), (high, high - off), LinePattern.Dotted);
        DrawRows(plot, row => Math.Log10(row.Point.Seconds), (_, seconds) => Math.Log10(seconds));
        plot.Axes.SetLimits(low, high, low, high);
        var (least, most) = (Math.Pow(10, low), Math.Pow(10, high));
        PlotFrame.SetTicks(plot.Axes.Bottom, TimeTicks.Logarithmic(least, most, Times.DataWidth, 70), true);
        PlotFrame.SetTicks(plot.Axes.Left, TimeTicks.Logarithmic(least, most, Times.DataHeight, 34), true);
        return plot;
    }

    private Plot RatioOverN()
    {
        var plot = Ratios.Create(_theme, "n: nodes, ranks, pods or clients (both axes logarithmic)");
        var last = _rows.Select(row => (double)row.Point.N).DefaultIfEmpty(1).Max();
        var first = _rows.Select(row => (double)row.Point.N).DefaultIfEmpty(1).Min();
        var (left, right) = (Math.Log10(first) - 0.2, Math.Log10(last) + 0.2);
        var logs = _rows.Select(row => Math.Log10(1 + (row.Error ?? 0))).ToList();
        var (low, high) = (logs.DefaultIfEmpty(0).Min() - Room, logs.DefaultIfEmpty(0).Max() + Room);
        Line(plot, (left, 0), (right, 0), LinePattern.Solid);
        Line(plot, (left, Math.Log10(1.25)), (right, Math.Log10(1.25)), LinePattern.Dotted);
        Line(plot, (left, -Math.Log10(1.25)), (right, -Math.Log10(1.25)), LinePattern.Dotted);
        DrawRows(
            plot,
            row => Math.Log10((double)row.Point.N),
            (row, seconds) => Math.Log10(seconds / row.Point.Seconds)
        );
        plot.Axes.SetLimits(left, right, low, high);
        var counts = Enumerable.Range(-3, 15).Select(power => new TickMark(Math.Pow(10, power), Power(power)));
        PlotFrame.SetTicks(
            plot.Axes.Bottom,
            counts.Where(tick => tick.Value >= first / 2 && tick.Value <= last * 2),
            true
        );
        var ratios = TimeTicks.Spread(RatioTicks, Math.Pow(10, low), Math.Pow(10, high), Ratios.DataHeight, TickGap);
        PlotFrame.SetTicks(plot.Axes.Left, ratios, true);
        return plot;
    }

    private void DrawRows(Plot plot, Func<EvidenceRow, double> x, Func<EvidenceRow, double, double> y)
    {
        for (var place = 0; place < _cases.Count; place++)
        {
            foreach (var row in _cases[place].Rows)
            {
                var color = ColorOf(place);
                if (row is { Kind: PointKind.Unseen, Low: { } low, High: { } high })
                {
                    var bar = plot.Add.ScatterLine(new[] { x(row), x(row) }, new[] { y(row, low), y(row, high) });
                    (bar.Color, bar.LineWidth) = (color.WithAlpha(0.6), 1.4f);
                }

                var marker = plot.Add.Marker(x(row), y(row, row.Predicted ?? row.Point.Seconds));
                var (filled, open) = ShapesOf(place);
                (marker.Color, marker.Size) = (color, 8);
                marker.Shape = row.Kind == PointKind.Unseen ? filled : open;
            }
        }
    }

    private void Line(Plot plot, (double X, double Y) from, (double X, double Y) to, LinePattern pattern)
    {
        var line = plot.Add.ScatterLine(new[] { from.X, to.X }, new[] { from.Y, to.Y });
        (line.Color, line.LineWidth, line.LinePattern) = (_theme.Muted, 1, pattern);
    }

    private Color ColorOf(int place) => _theme.Series[place % _theme.Series.Count];

    private static (MarkerShape Filled, MarkerShape Open) ShapesOf(int place) =>
        Shapes[place / Theme.Light.Series.Count % Shapes.Length];

    private static string Power(int power) => Math.Pow(10, power).ToString("#,0.###", CultureInfo.InvariantCulture);
}
