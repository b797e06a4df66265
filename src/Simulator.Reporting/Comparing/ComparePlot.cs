using ScottPlot;
using Simulator.Experiments.Comparing;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Comparing;

/// <summary>T against capacity lost, a marker a contender, those on the front filled and joined by a staircase.</summary>
internal sealed class ComparePlot
{
    private const float MostLabel = 240;
    private const double FarLabel = 30;
    private static readonly PlotFrame Frame = new(560, 84, 30, 30, 56);

    private readonly Theme _theme;
    private readonly List<ComparedRow> _rows;
    private readonly PlotAxis _times;
    private readonly PlotAxis _hours;
    private readonly Plot _plot;

    private ComparePlot(CompareResult found, Theme theme)
    {
        _theme = theme;
        _rows = [.. found.Rows.Where(row => row.Cell.Makespan is not null)];
        _times = PlotAxis.Of([.. _rows.Select(TimeOf)], Frame.DataWidth);
        _hours = PlotAxis.Of([.. _rows.Select(HoursOf)], Frame.DataHeight);
        _plot = Frame.Create(theme, $"T({HumanCount.Of((long)found.Nodes)}){(_times.IsLogarithmic ? ", logarithmic" : "")}");
        _plot.Axes.SetLimits(_times.Low, _times.High, _hours.Low, _hours.High);
        PlotFrame.SetTicks(_plot.Axes.Bottom, _times.TimeMarks(70), _times.IsLogarithmic);
        PlotFrame.SetTicks(_plot.Axes.Left, _hours.CountMarks(34), _hours.IsLogarithmic);
    }

    /// <summary>The picture; who never completed is named below it, having no T.</summary>
    public static Figure Draw(CompareResult found, Theme theme)
    {
        var drawing = new ComparePlot(found, theme);
        drawing.AddStairs();
        drawing.AddMarkers();
        var header = new FigureHeader(
            theme,
            found.Question.Length > 0 ? found.Question : "Which strategy costs how much time and capacity?",
            $"{found.Rows.Count} scenarios · {HumanCount.Nodes(found.Nodes)} · the same draws for all · seed {found.Seed}",
            [
                new LegendEntry("nobody is better in one without being worse in the other", theme.Curve)
                {
                    LineWidth = 0,
                    Marker = MarkerShape.FilledCircle,
                },
                new LegendEntry("beaten by one of those", theme.Muted) { LineWidth = 0, Marker = MarkerShape.OpenCircle },
            ]
        );
        var label = $"node-hours lost{(drawing._hours.IsLogarithmic ? ", logarithmic" : "")}";
        var stopped = found.Rows.Where(row => row.Cell.Makespan is null).Select(row => row.Name).ToList();
        return new Figure(
            header,
            [new FigurePanel(drawing._plot, Frame.Height, label)],
            stopped.Count == 0 ? [] : [$"Stopped early in every replication, so without T: {string.Join(", ", stopped)}."]
        );
    }

    private void AddStairs()
    {
        var front = _rows.Where(row => row.IsOnFront).OrderBy(TimeOf).ToList();
        foreach (var (one, next) in front.Zip(front.Skip(1)))
        {
            var (from, to) = (_times.At(TimeOf(one)), _times.At(TimeOf(next)));
            var (high, low) = (_hours.At(HoursOf(one)), _hours.At(HoursOf(next)));
            var step = _plot.Add.ScatterLine(new[] { from, to, to }, new[] { high, high, low });
            (step.Color, step.LineWidth) = (_theme.Curve.WithAlpha(0.35), 1.4f);
        }
    }

    private void AddMarkers()
    {
        var texts = _rows.Select(row => Lettering.Label.CutMiddle(row.Name, MostLabel)).ToList();
        var markers = _rows.Select(row => (_times.PixelOf(TimeOf(row)), _hours.PixelOf(HoursOf(row)))).ToList();
        var places = new LabelPlaces(Frame.DataWidth, Frame.DataHeight).Place(
            markers,
            [.. texts.Select(text => (double)Lettering.Label.Measure(text))]
        );
        for (var index = 0; index < _rows.Count; index++)
        {
            var ((x, y), place) = (markers[index], places[index]);
            AddLeader(x, y, place, Lettering.Label.Measure(texts[index]));
            var marker = _plot.Add.Marker(_times.FromPixel(x), _hours.FromPixel(y));
            (marker.Size, marker.Color) = (9, _rows[index].IsOnFront ? _theme.Curve : _theme.Muted);
            marker.Shape = _rows[index].IsOnFront ? MarkerShape.FilledCircle : MarkerShape.OpenCircle;
            PlotFrame.AddText(
                _plot,
                texts[index],
                new Coordinates(_times.FromPixel(place.X), _hours.FromPixel(place.Y)),
                new TextStyle(_theme.Ink, Alignment.MiddleLeft) { Size = Lettering.Label.Size }
            );
        }
    }

    /// <summary>A thin line to a label that does not stand beside its marker.</summary>
    private void AddLeader(double x, double y, (double X, double Y) label, double width)
    {
        var end = Math.Clamp(x, label.X, label.X + width);
        if (Math.Abs(end - x) + Math.Abs(label.Y - y) > FarLabel)
        {
            var line = _plot.Add.ScatterLine(
                new[] { _times.FromPixel(x), _times.FromPixel(end) },
                new[] { _hours.FromPixel(y), _hours.FromPixel(label.Y - (Math.Sign(label.Y - y) * 8)) }
            );
            (line.Color, line.LineWidth) = (_theme.Muted, 0.8f);
        }
    }

    private static double TimeOf(ComparedRow row) => row.Cell.Makespan!.Mean;

    private static double HoursOf(ComparedRow row) => row.LostNodeHours!.Value;
}
