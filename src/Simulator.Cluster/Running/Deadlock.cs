using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Running;

/// <summary>Finds out, when nothing moves any more or nothing comes to an end, who waits for what.</summary>
internal static class Deadlock
{
    private const int MostLines = 6;

    /// <summary>Throws where a node has neither been verified nor failed.</summary>
    public static void ThrowIfAny(RunState state, Stepper stepper)
    {
        var pending = state.Record.Count(Outcome.Pending);
        if (pending == 0)
        {
            return;
        }

        throw new DeadlockException(
            $"Deadlock at {state.Simulation.Now}: {pending} of {state.Levels.Nodes} nodes can never be verified."
                + Lines(state, stepper)
        );
    }

    /// <summary>A run that would go on for ever, in words: who waits for what, and what the clock says.</summary>
    public static RunawayException Explain(RunState state, Stepper stepper, RunawayException runaway) =>
        new(
            $"It never ends: {state.Record.Count(Outcome.Pending)} of {state.Levels.Nodes} nodes are neither verified nor"
                + $" failed.{Lines(state, stepper)}{Environment.NewLine}  {runaway.Message}",
            runaway.At,
            runaway.Customer
        );

    private static string Lines(RunState state, Stepper stepper) =>
        string.Concat(Waits(state, stepper).Take(MostLines).Select(line => Environment.NewLine + "  " + line));

    private static IEnumerable<string> Waits(RunState state, Stepper stepper)
    {
        foreach (var step in state.Steps.Where(step => step.EndColumn >= 0))
        {
            var groups = state.Levels.GroupsOf(step.Level);
            var waiting = Enumerable.Range(0, groups).Where(group => WaitsFor(state, step, group) is not null).ToList();
            if (waiting.Count > 0)
            {
                yield return Sentence(state, step, waiting, WaitsFor(state, step, waiting[0])!);
            }

            var joining = Enumerable.Range(0, groups).Where(group => IsJoining(state, stepper, step, group)).ToList();
            if (step.IsDeclared && joining.Count > 0)
            {
                yield return Sentence(state, step, joining, MissingEnds(state, stepper, step, joining[0]));
            }
        }
    }

    private static string Sentence(RunState state, PlanStep step, List<int> groups, string what)
    {
        var others = groups.Count > 1 ? $" (and {groups.Count - 1} more)" : "";
        var place = step.IsDeclared ? $", step '{step.Name}'," : "";
        return $"{state.Levels.NameOf(step.Level)} {groups[0]}{others}{place} waits for {what}.";
    }

    /// <summary>An open request shows as a wait below zero.</summary>
    private static string? WaitsFor(RunState state, PlanStep step, int group)
    {
        foreach (var wait in step.Waits)
        {
            if (state.Cell(step.Index, group, wait.Column) < 0)
            {
                return wait.Service == WaitColumn.Place
                    ? PlaceText(state)
                    : $"'{state.Plan.Model.Services[wait.Service].Name}'";
            }
        }

        return null;
    }

    private static string PlaceText(RunState state)
    {
        var rollout = state.Plan.Model.Rollout;
        return rollout.Limit is { } limit
            ? $"a place in the rollout ({limit.At(state.Levels.Nodes)} at a time)"
            : "its wave of the rollout";
    }

    private static bool IsJoining(RunState state, Stepper stepper, PlanStep step, int group)
    {
        var missing = stepper.Joins.Missing(step, group);
        return missing > 0 && missing < Wanted(state, step, group);
    }

    private static int Wanted(RunState state, PlanStep step, int group) =>
        step.Predecessors.Sum(index =>
            state.Steps[index].Level < step.Level ? state.Levels.Inside(state.Steps[index].Level, step.Level, group) : 1
        );

    private static string MissingEnds(RunState state, Stepper stepper, PlanStep step, int group)
    {
        var names = string.Join("', '", step.Predecessors.Select(index => state.Steps[index].Name));
        return $"{stepper.Joins.Missing(step, group)} of {Wanted(state, step, group)} ends of '{names}'";
    }
}
