using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Records;

/// <summary>
/// Capacity lost: a node is out of service from the moment at which its unit gets a place, or at which its first step that
/// is not in service begins to wait, until it is verified; a node that failed is lost until T.
/// </summary>
public static class OutOfService
{
    /// <summary>Sum over nodes of the time out of service.</summary>
    /// <param name="record">A finished run.</param>
    /// <returns>Node-seconds.</returns>
    public static double NodeSeconds(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var specs = record.Plan.Model.Update.Steps;
        var first = specs.FirstOrDefault(spec => !spec.InService);
        if (first is null)
        {
            return 0;
        }

        var step = record.Plan.Steps.First(other => other.IsDeclared && other.Name == first.Name);
        var makespan = record.Makespan.Nanoseconds;
        var sum = (Int128)0;
        for (var node = 0; node < record.Nodes; node++)
        {
            var returned = record.OutcomeOf(node) == Outcome.Failed ? makespan : record.EndOf(node).Nanoseconds;
            sum += returned - Math.Min(returned, LossOf(record, step, node));
        }

        return (double)sum / SimTime.NanosecondsPerSecond;
    }

    private static long LossOf(RunRecord record, PlanStep step, int node)
    {
        var levels = record.Plan.Levels;
        if (record.Plan.Admit is { } admit)
        {
            var admitted = record.Cell(admit.Level, levels.GroupOf(admit.Level, node), admit.EndColumn);
            return admitted < 0 ? long.MaxValue : admitted;
        }

        var group = levels.GroupOf(step.Level, node);
        var begun = record.Cell(step.Level, group, step.StartColumn);
        foreach (var wait in step.Waits.Where(wait => !wait.IsWithinWork))
        {
            begun -= record.Cell(step.Level, group, wait.Column);
        }

        begun -= step.LostColumn < 0 ? 0 : record.Cell(step.Level, group, step.LostColumn);
        return Math.Max(0, begun);
    }
}
