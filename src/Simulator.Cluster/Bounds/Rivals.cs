using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Bounds;

/// <summary>Steps side by side that ask one service: alone, a node is in its own way, and company may even help it.</summary>
/// <remarks>Source: R. L. Graham, Bounds on multiprocessing timing anomalies, <i>SIAM J. Appl. Math.</i> 17, 1969.</remarks>
internal static class Rivals
{
    /// <summary>Whether there are any; O(steps³).</summary>
    public static bool AreIn(UpdatePlan plan)
    {
        var specs = plan.Model.Update.Steps;
        var steps = specs.Select(spec => plan.Steps.First(step => step.IsDeclared && step.Name == spec.Name)).ToList();
        for (var one = 0; one < specs.Count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var isSideBySide =
                    !IsAfter(plan, steps[one], steps[other].Index) && !IsAfter(plan, steps[other], steps[one].Index);
                if (isSideBySide && Asked(specs[one]).Intersect(Asked(specs[other]), StringComparer.Ordinal).Any())
                {
                    return true;
                }
            }
        }

        return specs.Any(spec => spec.After is not null && spec.Needs.Any(need => need.Until is not null));
    }

    private static bool IsAfter(UpdatePlan plan, PlanStep step, int earlier) =>
        step.Predecessors.Any(index => index == earlier || IsAfter(plan, plan.Steps[index], earlier));

    /// <summary>The services that a step asks.</summary>
    public static IEnumerable<string> Asked(StepSpec spec) =>
        spec
            .Uses.Select(use => use.Service)
            .Concat(spec.Needs.Select(need => need.Service))
            .Concat(spec.Calls.Select(call => call.Service))
            .Concat(spec.Transfer is { } transfer ? [transfer.From] : []);
}
