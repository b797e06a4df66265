using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Bounds;

/// <summary>
/// A rollout that can never finish, whatever is drawn: while places are held, a step waits for a level larger than the
/// limit admits at once, or a unit is larger than the limit.
/// </summary>
/// <param name="Step">The step that waits; null where a unit itself never fits.</param>
/// <param name="Level">The level all of whose nodes it waits for; the unit's level where a unit never fits.</param>
/// <param name="Needed">The smallest limit that cures it, at most N: nodes, or units where the limit counts them.</param>
/// <param name="Admitted">What the limit admits at once, in the same count; the first wave where there are waves.</param>
/// <param name="CountsUnits">Whether both numbers count units instead of nodes.</param>
/// <remarks>
/// A window admits units in the order in which they get ready. Where that is not their order in the cluster, a limit that
/// passes here can still fill up with parts of several groups; the run then ends with the deadlock itself.
/// </remarks>
public sealed record DeadlockByDesign(string? Step, string Level, long Needed, long Admitted, bool CountsUnits)
{
    /// <summary>All of them; O(steps² + batches).</summary>
    /// <param name="model">A sound model.</param>
    /// <returns>In the order of the steps; empty where the limit lets every step come to its end.</returns>
    public static IReadOnlyList<DeadlockByDesign> Find(Model model)
    {
        var plan = UpdatePlan.Compile(model);
        if (plan.Admit is not { } admit || plan.Leave is not { } leave)
        {
            return [];
        }

        var places = new PlaceRule(model.Rollout, plan.Levels);
        if (places.Ends is null)
        {
            return [places.Finding(null, admit.Level)];
        }

        var (begun, unfinished) = (Reach(plan, admit, forward: true), Reach(plan, leave, forward: false));
        return
        [
            .. plan
                .Steps.Where(step => step.Level > admit.Level && begun[step.Index] && unfinished[step.Index])
                .Where(step => !places.Holds(step.Level))
                .Select(step => places.Finding(step.Name, step.Level)),
        ];
    }

    private static bool[] Reach(UpdatePlan plan, PlanStep from, bool forward)
    {
        var found = new bool[plan.Steps.Count];
        var open = new Stack<int>([from.Index]);
        while (open.TryPop(out var step))
        {
            var next = forward ? plan.Steps[step].Successors : plan.Steps[step].Predecessors;
            foreach (var other in next.Where(other => !found[other]))
            {
                found[other] = true;
                open.Push(other);
            }
        }

        return found;
    }
}
