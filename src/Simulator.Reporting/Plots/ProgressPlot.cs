using System.Diagnostics.CodeAnalysis;
using ScottPlot;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Plots;

/// <summary>How many nodes are done, at work and waiting, over the time of one run.</summary>
internal sealed class ProgressPlot
{
    private const int MostSeries = 8;
    private const int MostCorners = 200;
    private static readonly PlotFrame Upper = new(216, 96, 30, 28, 28);
    private static readonly PlotFrame Lower = new(340, 96, 30, 32, 56);
    private static readonly PlotFrame Single = new(470, 96, 30, 28, 56);

    private readonly StudyResult _study;
    private readonly Theme _theme;
    private readonly double _end;
    private readonly List<LegendEntry> _legend = [];

    private ProgressPlot(StudyResult study, Theme theme)
    {
        _study = study;
        _theme = theme;
        _end = study.Progress.SelectMany(series => series.Seconds).DefaultIfEmpty(0).Max();
        _end = _end > 0 ? _end : 1;
    }

    public static Figure Draw(StudyResult study, Theme theme)
    {
        var drawing = new ProgressPlot(study, theme);
        var panels = drawing.Compose(out var notes);
        var subtitle = string.Join(
            " · ",
            Lettering.Subtitle.CutMiddle(study.Scenario, FigureHeader.MostName),
            $"who works and who waits at {FocusText.Of(study)}",
            "one replication"
        );
        return new Figure(new FigureHeader(theme, study.Question, subtitle, drawing._legend), panels, notes);
    }

    private List<FigurePanel> Compose(out IReadOnlyList<string> notes)
    {
        var done = _study.Progress.Where(IsDone).Take(3).ToList();
        var other = _study
            .Progress.Where(series => !IsDone(series))
            .OrderByDescending(Area)
            .ThenBy(series => series.Name, StringComparer.Ordinal)
            .ToList();
        var hidden = Math.Max(0, other.Count - (MostSeries - done.Count));
        notes = hidden == 0 ? [] : [$"Smaller series that are only in progress.csv: {hidden}."];
        var shown = other.Take(other.Count - hidden).ToList();
        var panels = new List<FigurePanel>();
        if (done.Count > 0)
        {
            var frame = shown.Count > 0 ? Upper : Single;
            panels.Add(Panel(frame, done, "nodes done", first: 0));
        }

        if (shown.Count > 0)
        {
            var frame = done.Count > 0 ? Lower : Single;
            panels.Add(Panel(frame, shown, "nodes at work or waiting", first: done.Count));
        }

        return panels.Count > 0 ? panels : [Panel(Single, [], "nodes", first: 0)];
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The panel carries the plot; the figure disposes of it.")]
    private FigurePanel Panel(PlotFrame frame, List<TimeSeries> all, string label, int first)
    {
        var plot = frame.Create(_theme, frame == Upper ? string.Empty : "time since the start");
        var most = Math.Max(1, all.SelectMany(series => series.Counts).DefaultIfEmpty(0).Max());
        var patterns = Patterns(all);
        for (var place = 0; place < all.Count; place++)
        {
            var series = all[place];
            var entry = new LegendEntry(series.Name, _theme.Series[(first + place) % _theme.Series.Count])
            {
                Pattern = patterns[place],
                LineWidth = series.Kind is "done" ? 2.6f : 1.8f,
                HasBand = series.Kind is "done" && place == 0,
            };
            _legend.Add(entry);
            Draw(plot, series, entry, frame.DataWidth);
        }

        plot.Axes.SetLimits(0, _end * 1.01, 0, most * 1.08);
        PlotFrame.SetTicks(plot.Axes.Bottom, TimeTicks.Linear(_end, frame.DataWidth, 92), isLogarithmic: false);
        PlotFrame.SetTicks(plot.Axes.Left, CountTicks.Linear(most * 1.08, frame.DataHeight, 36), isLogarithmic: false);
        return new FigurePanel(plot, frame.Height, label);
    }

    private void Draw(Plot plot, TimeSeries series, LegendEntry entry, double pixels)
    {
        var (xs, ys) = StepThinning.Thin(series, _end, (int)pixels);
        if (xs.Length == 0)
        {
            return;
        }

        if (entry.HasBand)
        {
            var band = plot.Add.ScatterLine(xs, ys);
            band.ConnectStyle = ConnectStyle.StepHorizontal;
            band.LineWidth = 0;
            band.FillY = true;
            band.FillYColor = entry.Color.WithAlpha(0.16);
        }

        plot.Add.Plottable(new StrokeLine(Steps(xs, ys), entry));
    }

    /// <summary>A count holds until the next one; steps too narrow to be seen are left out.</summary>
    private static List<Coordinates> Steps(double[] xs, double[] ys)
    {
        var corners = new List<Coordinates> { new(xs[0], ys[0]) };
        for (var place = 1; place < xs.Length; place++)
        {
            if (xs.Length <= MostCorners)
            {
                corners.Add(new Coordinates(xs[place], ys[place - 1]));
            }

            corners.Add(new Coordinates(xs[place], ys[place]));
        }

        return corners;
    }

    /// <summary>Whole lines for work, broken ones for queues; among many of a kind, patterns take turns.</summary>
    private static LinePattern[] Patterns(List<TimeSeries> all)
    {
        LinePattern[] work = [LinePattern.Solid, new([14, 3, 2, 3], 0, "long dash, dot"), new([20, 4], 0, "long dash")];
        LinePattern[] queue = [LinePattern.DenselyDashed, LinePattern.Dotted];
        var (works, queues) = (0, 0);
        return
        [
            .. all.Select(series =>
                series.Kind is "queue" ? queue[queues++ % queue.Length] : work[works++ % work.Length]
            ),
        ];
    }

    private static bool IsDone(TimeSeries series) => series.Kind is "done";

    /// <summary>Node-seconds under the steps: what is large stays in the picture.</summary>
    private double Area(TimeSeries series)
    {
        var area = 0.0;
        for (var place = 0; place < series.Seconds.Count; place++)
        {
            var next = place + 1 < series.Seconds.Count ? series.Seconds[place + 1] : _end;
            area += series.Counts[place] * (next - series.Seconds[place]);
        }

        return area;
    }
}
