using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Records;

/// <summary>
/// Capacity lost: a node is out of service from the moment at which its unit gets a place, or at which its first step that
/// is not in service begins to wait, until it is verified; a node that failed is lost until T, one that the rollout never
/// came to not at all. Where nodes are added first, one is lost from the end of <c>provision</c>, and of those that are
/// out at a time as many as are added are made up for.
/// </summary>
public static class OutOfService
{
    /// <summary>The step in which a surge node is made; the old one serves until its end.</summary>
    public const string Provision = "provision";

    /// <summary>Sum over nodes of the time out of service.</summary>
    /// <param name="record">A finished run.</param>
    /// <returns>Node-seconds.</returns>
    public static double NodeSeconds(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var surge = SurgeOf(record);
        var sum = (Int128)0;
        if (surge > 0)
        {
            sum = Beyond([.. Spans(record)], surge);
        }
        else
        {
            foreach (var (from, to) in Spans(record))
            {
                sum += to - from;
            }
        }

        return (double)sum / SimTime.NanosecondsPerSecond;
    }

    /// <summary>The most nodes out of service at once, beyond those that added ones make up for; O(N log N).</summary>
    /// <param name="record">A finished run.</param>
    /// <returns>Nodes; who returns at an instant makes room for who leaves at it.</returns>
    public static int Peak(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (most, count) = (0, 0);
        foreach (var (_, change) in Changes(Spans(record).Where(span => span.From < span.To)))
        {
            count += change;
            most = Math.Max(most, count);
        }

        return Math.Max(0, most - SurgeOf(record));
    }

    private static int SurgeOf(RunRecord record) => record.Plan.Model.Rollout.Limit?.SurgeAt(record.Nodes) ?? 0;

    /// <summary>For each node from its loss until its return; nothing where no step takes a node out of service.</summary>
    private static IEnumerable<(long From, long To)> Spans(RunRecord record)
    {
        var first = record.Plan.Model.Update.Steps.FirstOrDefault(spec => !spec.InService);
        if (first is null)
        {
            yield break;
        }

        var step = record.Plan.Steps.First(other => other.IsDeclared && other.Name == first.Name);
        var isAdded = SurgeOf(record) > 0;
        var makespan = record.Makespan.Nanoseconds;
        for (var node = 0; node < record.Nodes; node++)
        {
            var returned = record.OutcomeOf(node) == Outcome.Failed ? makespan : record.EndOf(node).Nanoseconds;
            yield return (Math.Min(returned, LossOf(record, step, node, isAdded)), returned);
        }
    }

    /// <summary>The time integral of how many spans overlap beyond a number.</summary>
    private static Int128 Beyond(List<(long From, long To)> spans, int number)
    {
        var (sum, count, last) = ((Int128)0, 0, 0L);
        foreach (var (at, change) in Changes(spans))
        {
            sum += (Int128)Math.Max(0, count - number) * (at - last);
            (count, last) = (count + change, at);
        }

        return sum;
    }

    /// <summary>Losses and returns in the order of time, returns first.</summary>
    private static IOrderedEnumerable<(long At, int Change)> Changes(IEnumerable<(long From, long To)> spans) =>
        spans.SelectMany(span => new[] { (At: span.From, Change: 1), (At: span.To, Change: -1) }).Order();

    private static long LossOf(RunRecord record, PlanStep step, int node, bool isAdded)
    {
        var levels = record.Plan.Levels;
        if (record.Plan.Admit is { } admit)
        {
            var (level, column) =
                isAdded && step.Name == Provision ? (step.Level, step.EndColumn) : (admit.Level, admit.EndColumn);
            var admitted = record.Cell(level, levels.GroupOf(level, node), column);
            return admitted < 0 ? long.MaxValue : admitted;
        }

        var group = levels.GroupOf(step.Level, node);
        var begun = record.Cell(step.Level, group, step.StartColumn);
        foreach (var wait in step.Waits)
        {
            begun -= wait.IsWithinWork ? 0 : record.Cell(step.Level, group, wait.Column);
        }

        begun -= step.LostColumn < 0 ? 0 : record.Cell(step.Level, group, step.LostColumn);
        return Math.Max(0, begun);
    }
}
