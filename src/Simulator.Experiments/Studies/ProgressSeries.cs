using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Studies;

/// <summary>Counts over time from the records of one run: who waits for what, who works at what, who is verified.</summary>
internal static class ProgressSeries
{
    private const int Points = 400;

    public static IReadOnlyList<TimeSeries> Of(RunRecord record)
    {
        var makespan = Math.Max(1, record.Makespan.Nanoseconds);
        var grids = new Dictionary<(string Kind, string Name), Grid>();
        foreach (var step in record.Plan.Steps.Where(step => step.EndColumn >= 0))
        {
            for (var group = 0; group < record.Plan.Levels.GroupsOf(step.Level); group++)
            {
                AddStep(record, step, group, grids, makespan);
            }
        }

        var verified = GridOf(grids, ("done", "verified"), makespan);
        for (var node = 0; node < record.Nodes; node++)
        {
            if (record.OutcomeOf(node) == Outcome.Verified)
            {
                verified.Add(record.EndOf(node).Nanoseconds, makespan + 1, 1);
            }
        }

        return
        [
            .. grids.Where(grid => grid.Value.HasAny).Select(grid => grid.Value.ToSeries(grid.Key.Name, grid.Key.Kind)),
        ];
    }

    private static void AddStep(
        RunRecord record,
        PlanStep step,
        int group,
        Dictionary<(string Kind, string Name), Grid> grids,
        long makespan
    )
    {
        var end = record.Cell(step.Level, group, step.EndColumn);
        if (end < 0)
        {
            return;
        }

        var levels = record.Plan.Levels;
        var nodes = levels.EndNode(step.Level, group) - levels.FirstNode(step.Level, group);
        var start = step.IsDeclared ? record.Cell(step.Level, group, step.StartColumn) : end;
        if (step.IsDeclared)
        {
            GridOf(grids, ("work", step.Name), makespan).Add(start, end, nodes);
        }

        var until = start;
        foreach (var wait in step.Waits.Where(wait => !wait.IsWithinWork).Reverse())
        {
            var span = record.Cell(step.Level, group, wait.Column);
            var name =
                wait.Service == WaitColumn.Place ? Causes.LimitName : record.Plan.Model.Services[wait.Service].Name;
            GridOf(grids, ("queue", name), makespan).Add(until - span, until, nodes);
            until -= span;
        }
    }

    private static Grid GridOf(
        Dictionary<(string Kind, string Name), Grid> grids,
        (string Kind, string Name) key,
        long makespan
    )
    {
        if (!grids.TryGetValue(key, out var grid))
        {
            grid = new Grid(makespan);
            grids.Add(key, grid);
        }

        return grid;
    }

    /// <summary>Counts at equidistant instants, kept as differences.</summary>
    private sealed class Grid(long makespan)
    {
        private readonly long[] _changes = new long[Points + 2];

        public bool HasAny { get; private set; }

        public void Add(long from, long to, long count)
        {
            if (to > from)
            {
                HasAny = true;
                _changes[PointAfter(from)] += count;
                _changes[PointAfter(to)] -= count;
            }
        }

        public TimeSeries ToSeries(string name, string kind)
        {
            var (seconds, counts) = (new double[Points + 1], new double[Points + 1]);
            var count = 0L;
            for (var point = 0; point <= Points; point++)
            {
                count += _changes[point];
                seconds[point] = (double)makespan / 1e9 * point / Points;
                counts[point] = count;
            }

            return new TimeSeries(name, kind, seconds, counts);
        }

        /// <summary>The first point of the grid at or after an instant.</summary>
        private int PointAfter(long instant) =>
            (int)Int128.Min(Points + 1, (((Int128)Math.Max(0, instant) * Points) + makespan - 1) / makespan);
    }
}
