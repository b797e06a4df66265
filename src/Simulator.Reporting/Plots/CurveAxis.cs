using System.Globalization;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Plots;

/// <summary>
/// The horizontal axis of T(N): log10 N; or, where all cells have one N and another axis is swept, one place a cell.
/// </summary>
internal sealed class CurveAxis
{
    private const string NodeAxis = "cluster.nodes";
    private const int MostSeries = 8;
    private readonly StudyResult _study;

    public CurveAxis(StudyResult study)
    {
        _study = study;
        var cells = study.Cells;
        IsByCell = cells.Count > 1 && cells.All(cell => cell.Nodes == cells[0].Nodes);
        Series = IsByCell ? [new CurveSeries("T", ByCell())] : [.. ByNodes()];
        var xs = Series.SelectMany(series => series.Places).Select(place => place.X).DefaultIfEmpty(0).ToList();
        var (low, high) = (xs.Min(), xs.Max());
        var room = IsByCell ? 0.5 : Math.Max(0.04 * (high - low), (0.9 - (high - low)) / 2);
        (Low, High) = (low - room, high + room);
    }

    public bool IsByCell { get; }

    public IReadOnlyList<CurveSeries> Series { get; }

    /// <summary>Combinations of the other axes that found no room.</summary>
    public int Hidden { get; private set; }

    public double Low { get; }

    public double High { get; }

    public string Label => IsByCell ? string.Join(" / ", OtherAxes()) : "N, nodes (logarithmic)";

    public IReadOnlyList<TickMark> Ticks(double pixels)
    {
        if (!IsByCell)
        {
            return
            [
                .. CountTicks
                    .Logarithmic(Math.Max(1, Math.Pow(10, Low)), Math.Pow(10, High), pixels, 58)
                    .Select(tick => tick with { Value = Math.Log10(tick.Value) }),
            ];
        }

        var places = Series[0].Places;
        var every = Math.Max(1, (int)Math.Ceiling(places.Count * 70 / pixels));
        var room = (float)(pixels / places.Count * every) - 8;
        return
        [
            .. places
                .Where((_, index) => index % every == 0)
                .Select(place => new TickMark(
                    place.X,
                    Lettering.Label.CutMiddle(Others(place.Cell, isNamed: false), room)
                )),
        ];
    }

    private IReadOnlyList<CurvePlace> ByCell() =>
        [.. _study.Cells.Select((cell, index) => new CurvePlace(index, cell))];

    private IEnumerable<CurveSeries> ByNodes()
    {
        var groups = _study.Cells.GroupBy(cell => Others(cell, isNamed: true), StringComparer.Ordinal).ToList();
        Hidden = Math.Max(0, groups.Count - MostSeries);
        return groups
            .Take(MostSeries)
            .Select(group => new CurveSeries(
                group.Key,
                [
                    .. group
                        .OrderBy(cell => cell.Nodes)
                        .Select(cell => new CurvePlace(Math.Log10(Math.Max(1, cell.Nodes)), cell)),
                ]
            ));
    }

    private static string ShortName(string axis) => axis[(axis.LastIndexOf('.') + 1)..];

    private IEnumerable<string> OtherAxes() =>
        _study.Axes.Where(axis => !string.Equals(axis, NodeAxis, StringComparison.Ordinal));

    private string Others(CellResult cell, bool isNamed) =>
        string.Join(
            " / ",
            _study
                .Axes.Select((axis, place) => (Axis: axis, Value: cell.AxisValues.ElementAtOrDefault(place)))
                .Where(pair => !string.Equals(pair.Axis, NodeAxis, StringComparison.Ordinal))
                .Select(pair => isNamed ? $"{ShortName(pair.Axis)} {pair.Value}" : pair.Value)
        );

    /// <summary>N of the study in words: <c>N = 18 to 131,072</c>.</summary>
    public static string Sizes(StudyResult study)
    {
        var sizes = study.Cells.Select(cell => (long)cell.Nodes).DefaultIfEmpty(0).ToList();
        var (low, high) = (sizes.Min(), sizes.Max());
        return low == high ? $"N = {HumanCount.Of(high)}" : $"N = {HumanCount.Of(low)} to {HumanCount.Of(high)}";
    }

    /// <summary>Replications of the study in words.</summary>
    public static string Replications(StudyResult study)
    {
        var counts = study.Cells.Select(cell => cell.Replications).DefaultIfEmpty(0).ToList();
        var (low, high) = (counts.Min(), counts.Max());
        var range =
            low == high ? HumanCount.Of((long)high) : $"{HumanCount.Of((long)low)} to {HumanCount.Of((long)high)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{range} {(high == 1 ? "replication" : "replications")}{(counts.Count > 1 ? " each" : string.Empty)}"
        );
    }
}
