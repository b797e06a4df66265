using ScottPlot;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Plots;

/// <summary>T(N) on logarithmic axes with its interval, the floor, T_1, the lower bound, the law, and where limits begin to bite.</summary>
internal sealed class TOfNPlot
{
    private const double LaneHeight = 18;
    private const int MostMarks = 12;
    private static readonly PlotFrame Frame = new(520, 96, 30, 10, 58);

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
        _plot = Frame.Create(theme, _axis.Label, "time of the whole rollout (logarithmic)");
    }

    public static Figure Draw(StudyResult study, Theme theme)
    {
        var drawing = new TOfNPlot(study, theme);
        drawing.Compose();
        var names = string.Join(" · ", study.Scenario, CurveAxis.Sizes(study), CurveAxis.Replications(study));
        var header = new FigureHeader(theme, study.Question, names, drawing._legend);
        return new Figure(header, [new FigurePanel(drawing._plot, Frame.Height)], drawing._notes);
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

        DrawMarks(marks);
        if (_axis.Hidden > 0)
        {
            _notes.Add($"{_axis.Hidden} more settings of the other axes are in cells.csv.");
        }
    }

    private void ComposeOne(IReadOnlyList<CurvePlace> places)
    {
        var isJoined = !_axis.IsByCell;
        var curves = new CurvePen(_plot, isJoined);
        var dots = LinePattern.Dotted;
        curves.Draw(places, cell => cell.T1, new LegendEntry("T_1, one node alone", _theme.Muted) { Pattern = dots });
        _legend.Add(new LegendEntry("T_1, one node alone", _theme.Muted) { Pattern = dots });
        if (places.Any(place => place.Cell.Bound > 0))
        {
            var bound = new LegendEntry("lower bound of T(N)", _theme.Bound)
            {
                Pattern = LinePattern.Dashed,
                LineWidth = 1.6f,
            };
            curves.Draw(places, cell => cell.Bound, bound);
            _legend.Add(bound);
        }

        var floor = new LegendEntry("floor T_inf(N), nothing shared", _theme.Floor)
        {
            Marker = MarkerShape.OpenDiamond,
        };
        curves.Draw(places, cell => cell.TInf, floor);
        _legend.Add(floor);
        DrawLaw(places);
        var confidence = HumanShare.Of(_study.Confidence);
        var hasInterval = places.Any(place => place.Cell.Makespan?.HalfWidth is not null);
        var curve = new LegendEntry(hasInterval ? $"T(N), mean with {confidence} interval" : "T(N), mean", _theme.Curve)
        {
            LineWidth = 2.6f,
            Marker = MarkerShape.FilledCircle,
            HasBand = hasInterval,
        };
        curves.DrawInterval(places, curve);
        curves.Draw(places, cell => cell.Makespan?.Mean, curve);
        _legend.Insert(0, curve);
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
        var curves = new CurvePen(_plot, isJoined: true);
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
        var entry = new LegendEntry("fitted law " + chosen.Law.Formula, _theme.Law) { LineWidth = 1 };
        CurvePen.DrawLine(_plot, xs, [.. xs.Select(x => chosen.Law.SecondsAt(Math.Pow(10, x)))], entry);
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
        var free = 1 - (lanes * LaneHeight / Frame.DataHeight);
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
            .Thresholds.Select(limit => (limit.Limit, Nodes: limit.Analytic ?? limit.Fit ?? limit.Event))
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
                    $"{Lettering.Label.Cut(limit.Limit, 230)} {HumanCount.Of((long)limit.Nodes)}",
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

    private void DrawMarks(IReadOnlyList<LimitMark> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var limits = _plot.Axes.GetLimits();
        var perPixelX = (limits.Right - limits.Left) / Frame.DataWidth;
        var perPixelY = (limits.Top - limits.Bottom) / Frame.DataHeight;
        var lanes = marks.Max(mark => mark.Lane) + 1;
        foreach (var mark in marks)
        {
            var x = limits.Left + (mark.X * perPixelX);
            var y = limits.Top - ((lanes - mark.Lane - 0.5) * LaneHeight * perPixelY);
            var line = _plot.Add.Line(x, limits.Bottom, x, y + (LaneHeight / 2 * perPixelY));
            line.LineColor = _theme.Mark;
            line.LineWidth = 1.2f;
            line.LinePattern = LinePattern.DenselyDashed;
            var alignment = mark.IsLeft ? Alignment.MiddleRight : Alignment.MiddleLeft;
            PlotFrame.AddText(
                _plot,
                mark.Text,
                new Coordinates(x, y),
                new TextStyle(_theme.Mark, alignment) { OffsetX = mark.IsLeft ? -5 : 5, Background = _theme.Background }
            );
        }

        _legend.Add(
            new LegendEntry("limit bites above N*", _theme.Mark)
            {
                Pattern = LinePattern.DenselyDashed,
                LineWidth = 1.2f,
            }
        );
    }
}
