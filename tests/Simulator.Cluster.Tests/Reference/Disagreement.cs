using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Runs a model on the engine and on the reference, and says where they differ.</summary>
internal static class Disagreement
{
    /// <summary>What differs, a line each; empty where they agree.</summary>
    /// <param name="scenario">What is run.</param>
    /// <param name="isStuck">Whether the reference comes to a standstill before its end.</param>
    public static List<string> Find(Scenario scenario, out bool isStuck)
    {
        var reference = new ReferenceSimulator(scenario.Model, scenario.Seed, scenario.Replication);
        reference.Run();
        isStuck = reference.IsStuck;
        RunRecord record;
        try
        {
            record = scenario.Run();
        }
        catch (DeadlockException deadlock)
        {
            return isStuck ? [] : [$"only the engine is stuck: {deadlock.Message}"];
        }
        catch (InvalidOperationException broken)
        {
            return [$"the engine breaks: {broken.Message}"];
        }

        return isStuck ? ["only the reference is stuck"] : [.. Compare(record, reference)];
    }

    private static IEnumerable<string> Compare(RunRecord record, ReferenceSimulator reference)
    {
        for (var node = 0; node < record.Nodes; node++)
        {
            var isFailed = record.OutcomeOf(node) == Outcome.Failed;
            if (isFailed != reference.HasFailed(node) || record.EndOf(node).Nanoseconds != reference.EndOf(node))
            {
                yield return $"node {node}: engine {record.OutcomeOf(node)} at {record.EndOf(node).Nanoseconds},"
                    + $" reference {(reference.HasFailed(node) ? "Failed" : "Verified")} at {reference.EndOf(node)}";
            }
        }

        foreach (var step in record.Plan.Steps.Where(step => step.EndColumn >= 0))
        {
            for (var group = 0; group < record.Plan.Levels.GroupsOf(step.Level); group++)
            {
                var task = reference.Find(step.Name, group);
                if (reference.IsGone(task) && !(task.End >= 0 && task.End < reference.GoneAt(task)))
                {
                    continue; // what a step under way notes down after its nodes have failed is nobody's business
                }

                var (got, wanted) = (Events(record, step, group), Events(task, step));
                if (got != wanted)
                {
                    yield return $"step {step.Name}, group {group}: engine {got}, reference {wanted}";
                }
            }
        }
    }

    private static string Events(RunRecord record, PlanStep step, int group)
    {
        long Cell(int column) => record.Cell(step.Level, group, column);
        var waits = step.Waits.Select(wait => Cell(wait.Column));
        var attempts = step.AttemptColumn < 0 ? 1 : Cell(step.AttemptColumn) >> 1;
        var lost = step.LostColumn < 0 ? 0 : Cell(step.LostColumn);
        return Words(step.IsDeclared ? Cell(step.StartColumn) : -1, Cell(step.EndColumn), attempts, lost, waits);
    }

    private static string Events(ReferenceTask task, PlanStep step) =>
        Words(task.Start, task.End, task.Attempt, task.Lost, task.Waits.Take(step.Waits.Length));

    private static string Words(long start, long end, long attempts, long lost, IEnumerable<long> waits) =>
        $"start {start}, end {end}, attempts {attempts}, lost {lost}, waits {string.Join(' ', waits)}";
}
