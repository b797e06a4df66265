using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Running;

/// <summary>Counts, for every group that waits for several ends, how many are still missing.</summary>
internal sealed class Joins
{
    private readonly int[]?[] _missing;

    public Joins(UpdatePlan plan)
    {
        _missing = new int[plan.Steps.Count][];
        foreach (var step in plan.Steps.Where(step => step.IsJoin))
        {
            var counts = new int[plan.Levels.GroupsOf(step.Level)];
            foreach (var predecessor in step.Predecessors.Select(index => plan.Steps[index]))
            {
                for (var group = 0; group < counts.Length; group++)
                {
                    counts[group] +=
                        predecessor.Level < step.Level ? plan.Levels.Inside(predecessor.Level, step.Level, group) : 1;
                }
            }

            _missing[step.Index] = counts;
        }
    }

    /// <summary>One end fewer is missing; true when it was the last.</summary>
    public bool Arrive(PlanStep step, int group) => _missing[step.Index] is not { } counts || --counts[group] == 0;

    /// <summary>Ends that a group still waits for.</summary>
    public int Missing(PlanStep step, int group) => _missing[step.Index]?[group] ?? 0;
}
