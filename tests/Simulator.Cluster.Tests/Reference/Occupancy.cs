using Simulator.Cluster.Records;
using Simulator.Cluster.Services;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Who held and who waited at a station at every instant, read from the record of a run in which nothing failed.</summary>
internal sealed class Occupancy
{
    private readonly List<(long At, int Held, int Waiting)> _changes = [];

    /// <summary>The visits to all copies of a station whose steps use nothing after it.</summary>
    public Occupancy(RunRecord record, StationSpec station, int copy)
    {
        var levels = record.Plan.Levels;
        var index = record.Plan.Model.Services.ToList().IndexOf(station);
        foreach (
            var spec in record.Plan.Model.Update.Steps.Where(spec => spec.Uses.Any(use => use.Service == station.Name))
        )
        {
            var step = record.Plan.Steps.First(one => one.IsDeclared && one.Name == spec.Name);
            for (var group = 0; group < levels.GroupsOf(step.Level); group++)
            {
                var node = levels.FirstNode(step.Level, group);
                if (levels.GroupOf(levels.IndexOf(station.Per), node) == copy)
                {
                    var waits = step.Waits.Where(wait => !wait.IsWithinWork).ToList();
                    var own = waits.FindIndex(wait => wait.Service == index);
                    var after = waits.Skip(own + 1).Sum(wait => record.Cell(step.Level, group, wait.Column));
                    var granted = record.Cell(step.Level, group, step.StartColumn) - after;
                    Add(
                        granted - record.Cell(step.Level, group, waits[own].Column),
                        granted,
                        record.Cell(step.Level, group, step.EndColumn)
                    );
                }
            }
        }
    }

    /// <summary>Server-nanoseconds held, and the sum of waits, from the visits.</summary>
    public long HeldTime { get; private set; }

    public long WaitedTime { get; private set; }

    /// <summary>The stretches between two changes: from, to, held, waiting.</summary>
    public IEnumerable<(long From, long To, int Held, int Waiting)> Stretches()
    {
        var (held, waiting, from) = (0, 0, 0L);
        foreach (var instant in _changes.GroupBy(change => change.At).OrderBy(group => group.Key))
        {
            yield return (from, instant.Key, held, waiting);
            held += instant.Sum(change => change.Held);
            waiting += instant.Sum(change => change.Waiting);
            from = instant.Key;
        }

        Assert.That((held, waiting), Is.EqualTo((0, 0)), "not everything was given back");
    }

    private void Add(long asked, long granted, long ended)
    {
        _changes.AddRange([(asked, 0, 1), (granted, 1, -1), (ended, -1, 0)]);
        HeldTime += ended - granted;
        WaitedTime += granted - asked;
    }
}
