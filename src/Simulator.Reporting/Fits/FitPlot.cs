using System.Globalization;
using ScottPlot;
using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Fits;

/// <summary>A step's sample and its law: shares over time, and quantiles against quantiles.</summary>
internal sealed class FitPlot
{
    private const int MostPoints = 1_500;
    private const int CurvePoints = 500;
    private const int Quantiles = 200;
    private static readonly PlotFrame Shares = new(360, 90, 30, 30, 50);
    private static readonly PlotFrame Pairs = new(360, 90, 30, 30, 50);

    private readonly Theme _theme;
    private readonly SampleFit _fit;
    private readonly FittedLaw? _other;
    private readonly EmpiricalDistribution _steps;
    private readonly double _low;
    private readonly double _high;
    private readonly Plot _overTime;
    private readonly Plot _quantiles;

    private FitPlot(SampleFit fit, Theme theme)
    {
        (_fit, _theme) = (fit, theme);
        _other = fit.Candidates.FirstOrDefault(law => !ReferenceEquals(law, fit.Chosen));
        _steps = EmpiricalDistribution.Of(
            fit.Sample,
            fit.Sample.IsExact ? null
                : fit.Chosen.Law is EmpiricalLaw ? null
                : fit.Chosen.Law
        );
        var (low, high) = (Math.Log10(Math.Max(_steps.Places[0], 1e-6)), Math.Log10(_steps.Places[^1]));
        var room = Math.Max(0.04 * (high - low), 0.05);
        (_low, _high) = (low - room, high + room);
        _overTime = ShareOverTime();
        _quantiles = QuantilesAgainstQuantiles();
    }

    /// <summary>The picture of a step that has a law.</summary>
    public static Figure Draw(StepFit step, string source, Theme theme)
    {
        var fit = step.Fit!;
        var drawing = new FitPlot(fit, theme);
        var chosen = string.Create(
            CultureInfo.InvariantCulture,
            $"{fit.Chosen.Law.Name}, D = {fit.Chosen.Distance:0.000}"
        );
        var legend = new List<LegendEntry>
        {
            new("measured", theme.Curve) { LineWidth = 2.5f },
            new(chosen, theme.Mark),
        };
        if (drawing._other is { } other)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{other.Law.Name}, D = {other.Distance:0.000}");
            legend.Add(new LegendEntry(text, theme.Muted) { Pattern = LinePattern.Dashed, LineWidth = 1.5f });
        }

        var ended = HumanCount.Of((long)fit.Sample.Finished);
        var subtitle =
            $"{source} · {ended} durations ended, {HumanCount.Of(step.Unfinished)} did not · {StepWords.Verdict(fit.Verdict)}";
        var header = new FigureHeader(theme, $"How long does '{TextLayout.Clean(step.Step)}' take?", subtitle, legend);
        return new Figure(
            header,
            [
                new FigurePanel(drawing._overTime, Shares.Height, "share that ended by then"),
                new FigurePanel(drawing._quantiles, Pairs.Height, "quantile measured"),
            ],
            fit.Sample.IsExact
                ? []
                : ["What lies inside an interval is drawn as the law has it; what had not ended is not drawn."]
        );
    }

    private Plot ShareOverTime()
    {
        var plot = Shares.Create(_theme, "time (logarithmic)");
        if (_other is { } other)
        {
            AddCurve(plot, other.Law, (_theme.Muted, 1.5f, LinePattern.Dashed));
        }

        var (xs, ys) = Steps();
        Line(plot, xs, ys, (_theme.Curve, 2.5f, LinePattern.Solid));
        AddCurve(plot, _fit.Chosen.Law, (_theme.Mark, 2, LinePattern.Solid));
        plot.Axes.SetLimits(_low, _high, 0, 1.02);
        PlotFrame.SetTicks(plot.Axes.Bottom, Ticks(Shares.DataWidth, 70), isLogarithmic: true);
        TickMark[] shares =
        [
            .. new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(share => new TickMark(share, HumanShare.Of(share))),
        ];
        PlotFrame.SetTicks(plot.Axes.Left, shares, isLogarithmic: false);
        return plot;
    }

    private Plot QuantilesAgainstQuantiles()
    {
        var plot = Pairs.Create(_theme, "quantile of the law (both axes logarithmic)");
        Line(plot, [_low, _high], [_low, _high], (_theme.Muted, 1, LinePattern.Dotted));
        if (_other is { } other)
        {
            AddQuantiles(plot, other.Law, (_theme.Muted, 1.5f, LinePattern.Dashed));
        }

        AddQuantiles(plot, _fit.Chosen.Law, (_theme.Mark, 2, LinePattern.Solid));
        plot.Axes.SetLimits(_low, _high, _low, _high);
        PlotFrame.SetTicks(plot.Axes.Bottom, Ticks(Pairs.DataWidth, 70), isLogarithmic: true);
        PlotFrame.SetTicks(plot.Axes.Left, Ticks(Pairs.DataHeight, 34), isLogarithmic: true);
        return plot;
    }

    private IReadOnlyList<TickMark> Ticks(double pixels, double apart) =>
        TimeTicks.Logarithmic(Math.Pow(10, _low), Math.Pow(10, _high), pixels, apart);

    private (double[] Xs, double[] Ys) Steps()
    {
        var count = _steps.Places.Count;
        var stride = Math.Max(1, count / MostPoints);
        var (xs, ys, below) = (new List<double> { _low }, new List<double> { 0 }, 0.0);
        for (var place = 0; place < count; place += place < count - 1 ? Math.Min(stride, count - 1 - place) : 1)
        {
            var x = Math.Log10(Math.Max(_steps.Places[place], 1e-6));
            xs.AddRange([x, x]);
            ys.AddRange([below, _steps.Values[place]]);
            below = _steps.Values[place];
        }

        return ([.. xs], [.. ys]);
    }

    private void AddCurve(Plot plot, DurationLaw law, (Color Color, float Width, LinePattern Pattern) look)
    {
        var xs = Enumerable
            .Range(0, CurvePoints + 1)
            .Select(place => _low + ((_high - _low) * place / CurvePoints))
            .ToArray();
        Line(plot, xs, Array.ConvertAll(xs, x => law.Cdf(Math.Pow(10, x))), look);
    }

    private void AddQuantiles(Plot plot, DurationLaw law, (Color Color, float Width, LinePattern Pattern) look)
    {
        var points = Enumerable
            .Range(0, Quantiles)
            .Select(place => (place + 0.5) / Quantiles * _steps.Known)
            .Concat([0.001 * _steps.Known, 0.999 * _steps.Known])
            .Order()
            .Select(p => (X: Math.Log10(law.Quantile(p)), Y: Math.Log10(_steps.Quantile(p))))
            .Where(point => double.IsFinite(point.X) && point.X >= _low && point.X <= _high)
            .ToList();
        Line(plot, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], look);
    }

    private static void Line(Plot plot, double[] xs, double[] ys, (Color Color, float Width, LinePattern Pattern) look)
    {
        var line = plot.Add.ScatterLine(xs, ys);
        (line.Color, line.LineWidth, line.LinePattern) = (look.Color, look.Width, look.Pattern);
    }
}
