using Simulator.Cluster.Records;
using Simulator.Cluster.Topology;

namespace Simulator.Experiments.Waits;

/// <summary>The critical path of a run from its beginning, neighbours of one kind made one.</summary>
internal static class PathStory
{
    private const double NanosecondsPerSecond = 1e9;

    public static IReadOnlyList<PathStretch> Of(RunRecord record)
    {
        var path = CriticalPath.Of(record);
        var stretches = new List<PathStretch>();
        var start = 0L;
        foreach (var segment in path.Reverse())
        {
            var step = record.Plan.Steps[segment.Step];
            var level = record.Plan.Levels.NameOf(step.Level);
            var next = new PathStretch(
                start / NanosecondsPerSecond,
                segment.Nanoseconds / NanosecondsPerSecond,
                level == Levels.Cluster ? "the cluster" : FormattableString.Invariant($"{level} {segment.Group}"),
                step.Name,
                Causes.NameOf(segment.Cause, record.Plan.Model)
            );
            start += segment.Nanoseconds;
            if (stretches.Count > 0 && stretches[^1] is var last && IsSame(last, next))
            {
                stretches[^1] = last with { Seconds = last.Seconds + next.Seconds };
            }
            else
            {
                stretches.Add(next);
            }
        }

        return stretches;
    }

    private static bool IsSame(PathStretch one, PathStretch other) =>
        (one.Who, one.Step, one.Cause) == (other.Who, other.Step, other.Cause);
}
