using Simulator.Analysis.Horizons;
using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Studies;

/// <summary>T over N, where N is the only axis and has more than one value, and what is read from it.</summary>
internal sealed class GrowthCurve
{
    private readonly Scenario _scenario;
    private readonly IReadOnlyList<CellResult> _cells;
    private readonly List<CurvePoint> _points;

    /// <summary>Takes the curve out of a study; without points where it has none.</summary>
    public GrowthCurve(Scenario scenario, bool isSweep, IReadOnlyList<CellResult> results)
    {
        var isCurve = isSweep && results.Count > 1 && scenario.Sweep.Axes is [{ Path: "cluster.nodes" }];
        _scenario = scenario;
        _cells = [.. results.Where(cell => isCurve && cell.Makespan is not null).OrderBy(cell => cell.Nodes)];
        _points = [.. _cells.Select(cell => new CurvePoint(cell.Nodes, cell.Makespan!.Mean, StandardError(cell)))];
        Law = _points.Count > 0 ? ScalingFit.To(_points) : null;
    }

    /// <summary>How T(N) grows; null without points.</summary>
    public ScalingFit? Law { get; }

    /// <summary>What chance leaves open of the law.</summary>
    /// <param name="replications">Those that completed, by index of the cell.</param>
    public LawBand? Band(IReadOnlyList<IReadOnlyList<ReplicationResult>> replications)
    {
        if (Law?.Chosen is not { } chosen)
        {
            return null;
        }

        var times = new CurveTimes(_cells, replications);
        return LawBand.Of(chosen.Law, _points, times.Seconds, times.Draw, _scenario.Goals.Confidence);
    }

    /// <summary>The class of growth between the thresholds that were seen.</summary>
    public IReadOnlyList<SegmentResult> Segments(IReadOnlyList<ThresholdResult> thresholds)
    {
        if (_points.Count == 0)
        {
            return [];
        }

        var knees = thresholds.Select(row => row.Event).OfType<long>().Distinct().Select(nodes => (double)nodes);
        return
        [
            .. GrowthSegment
                .Between(_points, [.. knees])
                .Select(segment => new SegmentResult(
                    (long)segment.FromNodes,
                    (long)segment.ToNodes,
                    segment.Sizes,
                    GrowthWords.Of(segment.Class),
                    segment.Exponent
                )),
        ];
    }

    /// <summary>The O(1) horizon against the floor, one node and the plateau.</summary>
    /// <param name="singleNode">T_1 in seconds.</param>
    public HorizonResult? Horizon(double singleNode)
    {
        if (_points.Count == 0)
        {
            return null;
        }

        var cells = _cells.Select(cell => new HorizonCell(cell.Nodes, cell.Makespan!.Mean, cell.TInf)).ToList();
        var epsilon = _scenario.Goals.Deviation;
        return new HorizonResult(
            Analysis.Horizons.Horizon.Against(cells, epsilon),
            Analysis.Horizons.Horizon.AgainstOne(cells, epsilon, singleNode),
            Analysis.Horizons.Horizon.AgainstPlateau(cells, epsilon)
        );
    }

    private static double? StandardError(CellResult cell) =>
        cell.Makespan?.StandardError is > 0 and var error ? error : null;
}
