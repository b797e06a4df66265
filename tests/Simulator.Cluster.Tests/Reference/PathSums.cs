using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>The longest path of drawn durations to the end of each node: the answer where nothing is waited for.</summary>
internal sealed class PathSums
{
    private readonly ReferenceDraws _draws;
    private readonly List<ReferenceTask> _tasks;
    private readonly Dictionary<ReferenceTask, long> _ends = [];

    public PathSums(Scenario scenario)
    {
        _draws = new ReferenceDraws(scenario.Seed, scenario.Replication);
        _tasks = new ReferenceSimulator(scenario.Model, scenario.Seed, scenario.Replication).Tasks;
    }

    public long EndOf(int node) =>
        EndOf(_tasks.Find(task => task.Step.Kind == ReferenceKind.Verified && task.Group == node)!);

    private long EndOf(ReferenceTask task)
    {
        if (!_ends.TryGetValue(task, out var end))
        {
            var work = task.Step.Spec is StepSpec ? _draws.Duration(task) : 0;
            end = task.Before.Select(EndOf).DefaultIfEmpty(0).Max() + work;
            _ends.Add(task, end);
        }

        return end;
    }
}
