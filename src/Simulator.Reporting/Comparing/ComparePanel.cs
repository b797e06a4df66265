using ScottPlot;
using Simulator.Experiments.Comparing;
using Simulator.Reporting.Plots;

namespace Simulator.Reporting.Comparing;

/// <summary>Time across, one cost upwards, a labelled marker a contender, those that nobody beats filled.</summary>
internal sealed class ComparePanel
{
    private const float MostLabel = 240;
    private const double FarLabel = 30;
    private static readonly PlotFrame Frame = new(440, 84, 30, 30, 56);

    private readonly Theme _theme;
    private readonly IReadOnlyList<ComparedRow> _rows;
    private readonly Func<ComparedRow, double> _cost;
    private readonly PlotAxis _times;
    private readonly PlotAxis _costs;
    private readonly Plot _plot;

    private ComparePanel(IReadOnlyList<ComparedRow> rows, Func<ComparedRow, double> cost, Theme theme)
    {
        (_rows, _cost, _theme) = (rows, cost, theme);
        _times = PlotAxis.Of([.. _rows.Select(TimeOf)], Frame.DataWidth);
        _costs = PlotAxis.Of([.. _rows.Select(cost)], Frame.DataHeight);
        _plot = Frame.Create(theme, $"T(N){(_times.IsLogarithmic ? ", logarithmic" : "")}");
        _plot.Axes.SetLimits(_times.Low, _times.High, _costs.Low, _costs.High);
        PlotFrame.SetTicks(_plot.Axes.Bottom, _times.TimeMarks(70), _times.IsLogarithmic);
        PlotFrame.SetTicks(_plot.Axes.Left, _costs.CountMarks(34), _costs.IsLogarithmic);
    }

    /// <summary>The panel.</summary>
    /// <param name="rows">Who has a T.</param>
    /// <param name="cost">What is shown upwards.</param>
    /// <param name="label">Its name.</param>
    /// <param name="theme">The colours.</param>
    public static FigurePanel Draw(
        IReadOnlyList<ComparedRow> rows,
        Func<ComparedRow, double> cost,
        string label,
        Theme theme
    )
    {
        var panel = new ComparePanel(rows, cost, theme);
        panel.AddMarkers();
        var scale = panel._costs.IsLogarithmic ? ", logarithmic" : "";
        return new FigurePanel(panel._plot, Frame.Height, label + scale);
    }

    private void AddMarkers()
    {
        var texts = _rows.Select(row => Lettering.Label.CutMiddle(row.Name, MostLabel)).ToList();
        var markers = _rows.Select(row => (_times.PixelOf(TimeOf(row)), _costs.PixelOf(_cost(row)))).ToList();
        var places = new LabelPlaces(Frame.DataWidth, Frame.DataHeight).Place(
            markers,
            [.. texts.Select(text => (double)Lettering.Label.Measure(text))]
        );
        for (var index = 0; index < _rows.Count; index++)
        {
            var ((x, y), place) = (markers[index], places[index]);
            AddLeader(x, y, place, Lettering.Label.Measure(texts[index]));
            var marker = _plot.Add.Marker(_times.FromPixel(x), _costs.FromPixel(y));
            (marker.Size, marker.Color) = (9, _rows[index].IsOnFront ? _theme.Curve : _theme.Muted);
            marker.Shape = _rows[index].IsOnFront ? MarkerShape.FilledCircle : MarkerShape.OpenCircle;
            PlotFrame.AddText(
                _plot,
                texts[index],
                new Coordinates(_times.FromPixel(place.X), _costs.FromPixel(place.Y)),
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
                new[] { _costs.FromPixel(y), _costs.FromPixel(label.Y - (Math.Sign(label.Y - y) * 8)) }
            );
            (line.Color, line.LineWidth) = (_theme.Muted, 0.8f);
        }
    }

    private static double TimeOf(ComparedRow row) => row.Cell.Makespan!.Mean;
}
