using ScottPlot;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Plots;

/// <summary>T(N) on logarithmic axes with its interval, the floor, T_1, the lower bound, the law, and where limits begin to bite.</summary>
internal sealed class TOfNPlot
{
    private const int MostMarks = 12;
    private static readonly PlotFrame Frame = new(536, 96, 30, 28, 56);

    private readonly StudyResult _study;
    private readonly Theme _theme;
    private readonly CurveAxis _axis;
    private readonly Plot _plot;
    private readonly List<LegendEntry> _legend = [];
    private readonly List<string> _notes = [];

    private TOfNPlot(StudyResult study, Theme theme)
    {
        _study = study;
        _theme = theme;
        _axis = new CurveAxis(study);
        _plot = Frame.Create(theme, _axis.Label);
    }

    public static Figure Draw(StudyResult study, Theme theme)
    {
        var drawing = new TOfNPlot(study, theme);
        drawing.Compose();
        var names = string.Join(
            " · ",
            Lettering.Subtitle.CutMiddle(study.Scenario, FigureHeader.MostName),
            CurveAxis.Sizes(study),
            CurveAxis.Replications(study)
        );
        var header = new FigureHeader(theme, study.Question, names, drawing._legend);
        return new Figure(
            header,
            [new FigurePanel(drawing._plot, Frame.Height, "time of the whole rollout (logarithmic)")],
            drawing._notes
        );
    }

    private void Compose()
    {
        var marks = Marks();
        SetAxes(marks.Count == 0 ? 0 : marks.Max(mark => mark.Lane) + 1);
        if (_axis.Series.Count == 1)
        {
            ComposeOne(_axis.Series[0].Places);
        }
        else
        {
            ComposeMany();
        }

        if (marks.Count > 0)
        {
            _legend.Add(LimitMarkPen.Draw(_plot, Frame, _theme, marks));
        }

        if (_axis.Hidden > 0)
        {
            _notes.Add($"{_axis.Hidden} more settings of the other axes are in cells.csv.");
        }
    }

    private void ComposeOne(IReadOnlyList<CurvePlace> places)
    {
        var shape = CurveShape.Lines;
        if (_axis.IsByCell)
        {
            shape = CurveShape.Dashes;
        }
        else if (places.Count == 1)
        {
            shape = CurveShape.Levels;
        }

        var confidence = HumanShare.Of(_study.Confidence);
        var hasInterval = places.Any(place => place.Cell.Makespan?.HalfWidth is not null);
        var curve = new LegendEntry(hasInterval ? $"T(N), mean with {confidence} interval" : "T(N), mean", _theme.Curve)
        {
            LineWidth = 3.6f,
            Marker = MarkerShape.FilledCircle,
            HasBand = hasInterval,
        };
        var curves = new CurvePen(_plot, _axis.IsByCell ? CurveShape.Points : CurveShape.Lines);
        curves.DrawInterval(places, curve);
        Add(curves, places, cell => cell.Makespan?.Mean, curve);
        curves = new CurvePen(_plot, shape);
        var floor = new LegendEntry("floor T_inf(N), nothing shared", _theme.Floor)
        {
            LineWidth = 1.6f,
            Marker = MarkerShape.OpenDiamond,
        };
        Add(curves, places, cell => cell.TInf, floor);
        var bound = new LegendEntry("lower bound of T(N)", _theme.Bound)
        {
            Pattern = LinePattern.Dashed,
            LineWidth = 1.6f,
        };
        Add(curves, places, cell => cell.Bound, bound);
        var single = new LegendEntry("T_1, one node alone", _theme.Muted) { Pattern = LinePattern.Dotted };
        Add(curves, places, cell => cell.T1, single);
        DrawLaw(places);
        NoteMissing(places);
        if (places.All(place => Math.Abs((place.Cell.Makespan?.Mean / place.Cell.TInf) - 1 ?? 1) < 0.005))
        {
            _notes.Add("T(N) lies on its floor T_inf(N).");
        }
    }

    /// <summary>Draws a curve and names it, with its value where there is one only; nothing where there is none.</summary>
    private void Add(CurvePen pen, IReadOnlyList<CurvePlace> places, Func<CellResult, double?> value, LegendEntry entry)
    {
        if (places.Any(place => value(place.Cell) is > 0))
        {
            pen.Draw(places, value, entry);
            var suffix = places.Count == 1 ? ": " + HumanTime.Of(value(places[0].Cell)) : string.Empty;
            suffix +=
                places.Count == 1 && entry.HasBand ? " ± " + HumanTime.Of(places[0].Cell.Makespan?.HalfWidth) : null;
            _legend.Add(entry with { Text = entry.Text + suffix });
        }
    }

    private void NoteMissing(IReadOnlyList<CurvePlace> places)
    {
        var missing = places
            .Where(place => place.Cell.Makespan is null)
            .Select(place => (long)place.Cell.Nodes)
            .ToList();
        if (missing.Count > 0)
        {
            var sizes = string.Join(", ", missing.Distinct().Select(HumanCount.Of));
            _notes.Add($"T(N) is missing where no replication completed: N = {sizes}.");
        }
    }

    private void ComposeMany()
    {
        MarkerShape[] shapes =
        [
            MarkerShape.FilledCircle,
            MarkerShape.FilledSquare,
            MarkerShape.FilledTriangleUp,
            MarkerShape.FilledDiamond,
            MarkerShape.OpenCircle,
            MarkerShape.OpenSquare,
            MarkerShape.OpenTriangleUp,
            MarkerShape.OpenDiamond,
        ];
        var curves = new CurvePen(_plot, CurveShape.Lines);
        for (var place = 0; place < _axis.Series.Count; place++)
        {
            var series = _axis.Series[place];
            var entry = new LegendEntry("T(N) at " + series.Name, _theme.Series[place])
            {
                Marker = shapes[place],
                Pattern = place % 2 == 0 ? LinePattern.Solid : LinePattern.DenselyDashed,
                HasBand = series.Places.Any(point => point.Cell.Makespan?.HalfWidth is not null),
            };
            curves.Draw(
                series.Places,
                cell => cell.TInf,
                entry with
                {
                    Pattern = LinePattern.Dotted,
                    Marker = MarkerShape.None,
                    LineWidth = 1.2f,
                }
            );
            curves.DrawInterval(series.Places, entry);
            curves.Draw(series.Places, cell => cell.Makespan?.Mean, entry);
            _legend.Add(entry);
        }

        _legend.Add(
            new LegendEntry("floor T_inf(N) of each", _theme.Muted) { Pattern = LinePattern.Dotted, LineWidth = 1.2f }
        );
    }

    private void DrawLaw(IReadOnlyList<CurvePlace> places)
    {
        if (_axis.IsByCell || places.Count < 2 || _study.Law?.Chosen is not { } chosen)
        {
            return;
        }

        const int points = 240;
        var (low, high) = (places[0].X, places[^1].X);
        var xs = Enumerable.Range(0, points + 1).Select(step => low + ((high - low) * step / points)).ToArray();
        var sizes = xs.Select(x => Math.Pow(10, x)).ToArray();
        var limits = _study.LawBand is { } band ? sizes.Select(band.At).ToList() : [];
        var hasBand = limits.Exists(limit => limit.Lower < limit.Upper);
        var entry = new LegendEntry("fitted law " + chosen.Law.Formula, _theme.Law)
        {
            LineWidth = 1,
            HasBand = hasBand,
        };
        if (hasBand)
        {
            CurvePen.DrawBand(_plot, xs, limits, entry);
        }

        CurvePen.DrawLine(_plot, xs, [.. sizes.Select(chosen.Law.SecondsAt)], entry);
        _legend.Add(entry);
    }

    private void SetAxes(int lanes)
    {
        var seconds = _axis
            .Series.SelectMany(series => series.Places)
            .SelectMany(place => CurvePen.Times(place.Cell))
            .Where(time => time > 0)
            .Select(Math.Log10)
            .DefaultIfEmpty(0)
            .ToList();
        var (low, high) = (seconds.Min(), seconds.Max());
        var room = Math.Max(0.05 * (high - low), (0.7 - (high - low)) / 2);
        (low, high) = (low - room, high + room);
        var free = 1 - (lanes * LimitMarkPen.LaneHeight / Frame.DataHeight);
        high = low + ((high - low) / Math.Max(0.4, free));
        _plot.Axes.SetLimits(_axis.Low, _axis.High, low, high);
        PlotFrame.SetTicks(_plot.Axes.Bottom, _axis.Ticks(Frame.DataWidth), isLogarithmic: false);
        var ticks = TimeTicks.Logarithmic(Math.Pow(10, low), Math.Pow(10, high), Frame.DataHeight, 34);
        PlotFrame.SetTicks(_plot.Axes.Left, ticks, isLogarithmic: true);
    }

    private IReadOnlyList<LimitMark> Marks()
    {
        if (_axis.IsByCell)
        {
            return [];
        }

        var known = _study
            .Thresholds.Where(limit => limit.HiddenBehind is null)
            .Select(limit => (limit.Limit, Nodes: limit.Analytic ?? limit.Fit ?? limit.Event))
            .Where(limit => limit.Nodes is not null)
            .Select(limit => (limit.Limit, Nodes: limit.Nodes!.Value))
            .ToList();
        var inside = known.Where(limit => IsInside(limit.Nodes)).Take(MostMarks).ToList();
        Note("bite below the smallest size shown", known.Where(limit => Log(limit.Nodes) < _axis.Low));
        Note("bite only above the largest size shown", known.Where(limit => Log(limit.Nodes) > _axis.High));
        Note("not marked for want of room", known.Where(limit => IsInside(limit.Nodes)).Skip(MostMarks));
        return LimitMark.Place(
            inside.Select(limit =>
                (
                    $"{Lettering.Label.CutMiddle(limit.Limit, 230)} {HumanCount.Of((long)limit.Nodes)}",
                    (Log(limit.Nodes) - _axis.Low) / (_axis.High - _axis.Low) * Frame.DataWidth
                )
            ),
            Frame.DataWidth
        );
    }

    private bool IsInside(double nodes) => Log(nodes) >= _axis.Low && Log(nodes) <= _axis.High;

    private static double Log(double nodes) => nodes > 0 ? Math.Log10(nodes) : double.NegativeInfinity;

    private void Note(string what, IEnumerable<(string Limit, double Nodes)> limits)
    {
        var texts = limits.Select(limit => $"{limit.Limit} (N* {HumanCount.Of((long)limit.Nodes)})").ToList();
        if (texts.Count > 0)
        {
            _notes.Add(
                $"Limits that {what}: {string.Join(", ", texts)}.".Replace("that not", "not", StringComparison.Ordinal)
            );
        }
    }
}
