using Simulator.Cluster.Records;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>What a run tells, in lines that can be compared: one for each node, and for each group and step.</summary>
internal static class Story
{
    /// <summary>The lines, in an order of their own, as one text.</summary>
    /// <param name="record">A finished run.</param>
    /// <param name="unit">Nanoseconds of the unit of time; all instants must be whole.</param>
    /// <param name="isTold">Which steps are told; all where it is null.</param>
    public static string Of(RunRecord record, long unit = 1, Predicate<string>? isTold = null)
    {
        var lines = new List<string>();
        for (var node = 0; node < record.Nodes; node++)
        {
            lines.Add($"node {node} {record.OutcomeOf(node)} {Whole(record.EndOf(node).Nanoseconds, unit)}");
        }

        foreach (var step in record.Plan.Steps.Where(step => step.IsDeclared && isTold?.Invoke(step.Name) != false))
        {
            for (var group = 0; group < record.Plan.Levels.GroupsOf(step.Level); group++)
            {
                long Cell(int column) => column < 0 ? 0 : record.Cell(step.Level, group, column);
                if (Cell(step.EndColumn) >= 0)
                {
                    long[] times = [Cell(step.StartColumn), Cell(step.EndColumn), Cell(step.LostColumn)];
                    var waits = step.Waits.Select(wait => Cell(wait.Column));
                    var all = times.Concat(waits).Select(time => Whole(time, unit));
                    lines.Add($"{step.Name} {group} {Cell(step.AttemptColumn)} {string.Join(' ', all)}");
                }
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The story, or that it comes to a standstill.</summary>
    public static string Of(Scenario scenario, long unit = 1, Predicate<string>? isTold = null)
    {
        try
        {
            return Of(scenario.Run(), unit, isTold);
        }
        catch (DeadlockException)
        {
            return "stuck";
        }
    }

    private static long Whole(long time, long unit)
    {
        Assert.That(time % unit, Is.Zero, "an instant is no multiple of the unit");
        return time / unit;
    }
}
