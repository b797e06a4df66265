using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Whether the scenario reader would let a model pass: no cycle, and nothing is held until a step that is not later.</summary>
internal static class Soundness
{
    public static bool Holds(Model model)
    {
        var steps = model.Update.Steps;
        return !steps.Any(step => ComesAfter(steps, step, step.Name))
            && steps.All(step =>
                step.Needs.All(need =>
                    need.Until is null
                    || steps.Any(later =>
                        later.Name == need.Until && later.Per == step.Per && ComesAfter(steps, later, step.Name)
                    )
                )
            );
    }

    /// <summary>Whether one step comes before another, directly or by way of others.</summary>
    public static bool ComesAfter(IReadOnlyList<StepSpec> steps, StepSpec later, string earlier)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<StepSpec>([later]);
        while (open.TryPop(out var step))
        {
            foreach (var name in Before(steps, step).Where(seen.Add))
            {
                open.Push(steps.First(other => other.Name == name));
            }
        }

        return seen.Contains(earlier);
    }

    private static IEnumerable<string> Before(IReadOnlyList<StepSpec> steps, StepSpec step)
    {
        if (step.After is { } names)
        {
            return names;
        }

        return step == steps[0] ? [] : [steps.TakeWhile(other => other != step).Last().Name];
    }
}
