using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Records;

/// <summary>
/// The chain of waits and work that ends with the last node: walked back from its end, at every join to the predecessor
/// that came last. Its stretches add up to T.
/// </summary>
/// <remarks>
/// A wait for a place or a server is one stretch: who held it meanwhile is not followed. What a node that failed for good
/// did after its last finished step counts as failures; other time that no record explains counts as work.
/// </remarks>
public static class CriticalPath
{
    /// <summary>Walks the path back; O(steps + members of joined groups).</summary>
    /// <param name="record">A finished run.</param>
    /// <returns>The stretches, the last first.</returns>
    public static IReadOnlyList<PathSegment> Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var plan = record.Plan;
        var last = 0;
        for (var node = 1; node < record.Nodes; node++)
        {
            last = record.EndOf(node) > record.EndOf(last) ? node : last;
        }

        var segments = new List<PathSegment>();
        var (step, group, end) = (plan.Verified, last, record.EndOf(last).Nanoseconds);
        while (true)
        {
            var ready = step.Virtual == OpKind.Verified ? end : AddStep(record, step, group, end, segments);
            if (Before(record, step, group) is not { } previous || ready <= 0)
            {
                AddSegment(segments, step, group, CauseOfGap(record, step, group), ready);
                return segments;
            }

            AddSegment(segments, step, group, CauseOfGap(record, step, group), ready - previous.End);
            (step, group, end) = previous;
        }
    }

    /// <summary>Sums a path by cause: index cause - <see cref="Causes.Least"/>, in nanoseconds.</summary>
    /// <param name="segments">A path.</param>
    /// <param name="services">Services of the model.</param>
    public static long[] ByCause(IReadOnlyList<PathSegment> segments, int services)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var sums = new long[services - Causes.Least];
        foreach (var segment in segments)
        {
            sums[segment.Cause - Causes.Least] += segment.Nanoseconds;
        }

        return sums;
    }

    private static int CauseOfGap(RunRecord record, PlanStep step, int group) =>
        step.Virtual != OpKind.Verified ? Causes.Work
        : record.OutcomeOf(group) == Outcome.Failed ? Causes.Failures
        : record.OutcomeOf(group) == Outcome.Skipped ? Causes.Limit
        : Causes.Work;

    /// <summary>Adds what the step did before its end and returns the instant at which it was ready.</summary>
    private static long AddStep(RunRecord record, PlanStep step, int group, long end, List<PathSegment> segments)
    {
        var start = Math.Max(record.Cell(step.Level, group, step.StartColumn), 0);
        var shared = step
            .Waits.Where(wait => wait.IsWithinWork)
            .Sum(wait => record.Cell(step.Level, group, wait.Column));
        if (step.IsDeclared)
        {
            AddSegment(segments, step, group, Causes.Work, end - start - shared);
        }

        var ready = step.IsDeclared ? start : end;
        foreach (var wait in step.Waits.Reverse())
        {
            var span = record.Cell(step.Level, group, wait.Column);
            AddSegment(segments, step, group, wait.Service == WaitColumn.Place ? Causes.Limit : wait.Service, span);
            ready -= wait.IsWithinWork ? 0 : span;
        }

        if (step.LostColumn >= 0)
        {
            var lost = record.Cell(step.Level, group, step.LostColumn);
            AddSegment(segments, step, group, Causes.Failures, lost);
            ready -= lost;
        }

        return ready;
    }

    /// <summary>The predecessor that ended last, or null where the step waited for none.</summary>
    private static (PlanStep Step, int Group, long End)? Before(RunRecord record, PlanStep step, int group)
    {
        var levels = record.Plan.Levels;
        (PlanStep, int, long)? latest = null;
        var first = levels.FirstNode(step.Level, group);
        foreach (var previous in step.Predecessors.Select(index => record.Plan.Steps[index]))
        {
            var from = levels.GroupOf(previous.Level, first);
            var to =
                previous.Level < step.Level
                    ? levels.GroupOf(previous.Level, levels.EndNode(step.Level, group) - 1)
                    : from;
            for (var candidate = from; candidate <= to; candidate++)
            {
                var end = record.Cell(previous.Level, candidate, previous.EndColumn);
                if (end >= 0 && (latest is null || end > latest.Value.Item3))
                {
                    latest = (previous, candidate, end);
                }
            }
        }

        return latest;
    }

    private static void AddSegment(List<PathSegment> segments, PlanStep step, int group, int cause, long span)
    {
        if (span != 0)
        {
            segments.Add(new PathSegment(step.Index, group, cause, span));
        }
    }
}
