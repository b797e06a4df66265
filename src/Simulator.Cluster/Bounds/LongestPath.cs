using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Bounds;

/// <summary>The longest path of work through the steps of all nodes and groups, waits for services left out.</summary>
internal sealed class LongestPath(RunRecord solo, Spans spans)
{
    private readonly long[]?[] _ends = new long[]?[solo.Plan.Steps.Count];

    /// <summary>Its length in nanoseconds; O(N steps²).</summary>
    public long Length() => solo.Plan.Steps.Max(step => Ends(step).Max());

    /// <summary>For each group of a step the longest path to its end.</summary>
    private long[] Ends(PlanStep step)
    {
        if (_ends[step.Index] is { } known)
        {
            return known;
        }

        var levels = solo.Plan.Levels;
        var ends = new long[levels.GroupsOf(step.Level)];
        foreach (var previous in step.Predecessors.Select(index => solo.Plan.Steps[index]))
        {
            var before = Ends(previous);
            var finer = Math.Min(step.Level, previous.Level);
            for (var group = 0; group < levels.GroupsOf(finer); group++)
            {
                var node = levels.FirstNode(finer, group);
                ref var end = ref ends[levels.GroupOf(step.Level, node)];
                end = Math.Max(end, before[levels.GroupOf(previous.Level, node)]);
            }
        }

        for (var group = 0; step.IsDeclared && group < ends.Length; group++)
        {
            ends[group] += spans.Of(step, group);
        }

        _ends[step.Index] = ends;
        return ends;
    }
}
