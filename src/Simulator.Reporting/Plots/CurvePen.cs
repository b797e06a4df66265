using ScottPlot;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Plots;

/// <summary>Draws what belongs to cells into T(N): a curve, or an interval.</summary>
internal sealed class CurvePen(Plot plot, CurveShape shape)
{
    private const double WhiskerWidth = 1.4;
    private const double HalfDash = 0.32;

    /// <summary>All times of a cell that a picture shows.</summary>
    public static IEnumerable<double> Times(CellResult cell)
    {
        double?[] times =
        [
            cell.T1,
            cell.TInf,
            cell.Bound,
            cell.Makespan?.Mean,
            cell.Makespan?.Lower > 0.2 * cell.Makespan?.Mean ? cell.Makespan?.Lower : null,
            cell.Makespan?.Upper,
        ];
        return times.OfType<double>().Where(double.IsFinite);
    }

    /// <summary>A curve through the cells that have the value, broken where one has not.</summary>
    public void Draw(IReadOnlyList<CurvePlace> places, Func<CellResult, double?> value, LegendEntry entry)
    {
        foreach (var run in Runs(places, value))
        {
            switch (shape)
            {
                case CurveShape.Levels:
                    var level = Math.Log10(run[0].Y);
                    Add(new(double.NegativeInfinity, level), new(double.PositiveInfinity, level), entry);
                    break;
                case CurveShape.Dashes:
                    foreach (var (x, seconds, _) in run)
                    {
                        var y = Math.Log10(seconds);
                        Add(new(x - HalfDash, y), new(x + HalfDash, y), entry);
                    }

                    break;
                default:
                    DrawPoints(run, entry);
                    break;
            }
        }
    }

    private void DrawPoints(List<(double X, double Y, CellResult Cell)> run, LegendEntry entry)
    {
        var scatter = plot.Add.Scatter(
            run.Select(point => point.X).ToArray(),
            run.Select(point => Math.Log10(point.Y)).ToArray()
        );
        scatter.Color = entry.Color;
        scatter.LineWidth = 0;
        if (shape != CurveShape.Points)
        {
            plot.Add.Plottable(
                new StrokeLine([.. run.Select(point => new Coordinates(point.X, Math.Log10(point.Y)))], entry)
            );
        }

        var isAlone = run.Count < 2 || shape == CurveShape.Points;
        scatter.MarkerShape = isAlone && entry.Marker == MarkerShape.None ? MarkerShape.HorizontalBar : entry.Marker;
        scatter.MarkerSize = entry.Marker == MarkerShape.FilledCircle ? 9 : 7;
        scatter.MarkerLineWidth = 1.5f;
    }

    private void Add(Coordinates from, Coordinates to, LegendEntry entry) =>
        plot.Add.Plottable(new StrokeLine([from, to], entry));

    /// <summary>A pale band between neighbours and a whisker at each cell.</summary>
    public void DrawInterval(IReadOnlyList<CurvePlace> places, LegendEntry entry)
    {
        foreach (var run in Runs(places, cell => cell.Makespan?.HalfWidth is null ? null : cell.Makespan.Mean))
        {
            var xs = run.Select(point => point.X).ToArray();
            var low = run.Select(point => Math.Log10(Lower(point.Cell))).ToArray();
            var high = run.Select(point => Math.Log10(point.Cell.Makespan!.Upper!.Value)).ToArray();
            if (shape == CurveShape.Lines && run.Count > 1)
            {
                Fill(plot, xs, low, high, entry);
            }

            for (var place = 0; place < run.Count; place++)
            {
                var whisker = plot.Add.Line(xs[place], low[place], xs[place], high[place]);
                whisker.LineColor = entry.Color;
                whisker.LineWidth = (float)WhiskerWidth;
            }
        }
    }

    /// <summary>A pale band, times in seconds; what is not above 0 has no place on a logarithmic axis.</summary>
    public static void DrawBand(
        Plot plot,
        double[] xs,
        IReadOnlyList<(double Lower, double Upper)> limits,
        LegendEntry entry
    )
    {
        var places = xs.Zip(limits).Where(place => place.Second.Lower > 0).ToList();
        Fill(
            plot,
            [.. places.Select(place => place.First)],
            [.. places.Select(place => Math.Log10(place.Second.Lower))],
            [.. places.Select(place => Math.Log10(place.Second.Upper))],
            entry
        );
    }

    /// <summary>A plain line, times in seconds.</summary>
    public static void DrawLine(Plot plot, double[] xs, double[] seconds, LegendEntry entry)
    {
        var points = xs.Zip(seconds).Where(point => point.Second > 0 && double.IsFinite(point.Second)).ToList();
        if (points.Count < 2)
        {
            return;
        }

        plot.Add.Plottable(
            new StrokeLine([.. points.Select(point => new Coordinates(point.First, Math.Log10(point.Second)))], entry)
        );
    }

    private static void Fill(Plot plot, double[] xs, double[] low, double[] high, LegendEntry entry)
    {
        var band = plot.Add.FillY(xs, low, high);
        band.FillColor = entry.Color.WithAlpha(0.2);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    /// <summary>An interval that reaches 0 has no place on a logarithmic axis: it is cut at a fifth of the mean.</summary>
    private static double Lower(CellResult cell) => Math.Max(cell.Makespan!.Lower!.Value, 0.2 * cell.Makespan.Mean);

    private static List<List<(double X, double Y, CellResult Cell)>> Runs(
        IReadOnlyList<CurvePlace> places,
        Func<CellResult, double?> value
    )
    {
        var runs = new List<List<(double X, double Y, CellResult Cell)>>();
        var isOpen = false;
        foreach (var place in places)
        {
            if (value(place.Cell) is { } seconds && seconds > 0 && double.IsFinite(seconds))
            {
                if (!isOpen)
                {
                    runs.Add([]);
                }

                runs[^1].Add((place.X, seconds, place.Cell));
                isOpen = true;
            }
            else
            {
                isOpen = false;
            }
        }

        return runs;
    }
}
