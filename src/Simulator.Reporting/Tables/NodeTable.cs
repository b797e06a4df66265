using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Reporting.Tables;

/// <summary>What happened to every node in one run: <c>nodes.csv</c>.</summary>
/// <remarks>Every column is described on the page <c>docs/reference/outputs.md</c>.</remarks>
public static class NodeTable
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>One row a node, in the order of the nodes.</summary>
    /// <param name="record">The records of a run that has ended.</param>
    /// <returns>
    /// A table that reads the records row by row into one array. A step that is done per rack shows the rack's instants
    /// in the row of each of its nodes. What never happened is empty.
    /// </returns>
    public static Table Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var sources = Sources(record.Plan);
        return new Table(
            "nodes",
            ["node", "outcome", "attempts", "end_s", .. sources.Select(source => source.Name)],
            Rows(record, sources)
        );
    }

    private static IEnumerable<IReadOnlyList<Field>> Rows(RunRecord record, List<NodeColumn> sources)
    {
        var repeatable = record.Plan.Steps.Where(step => step.AttemptColumn >= 0).ToList();
        var row = new Field[4 + sources.Count];
        for (var node = 0; node < record.Nodes; node++)
        {
            var end = record.EndOf(node).Nanoseconds;
            row[0] = Field.Of(node);
            row[1] = Field.Of(NameOf(record.OutcomeOf(node)));
            row[2] = Field.Of(Attempts(record, repeatable, node));
            row[3] = Seconds(end);
            for (var place = 0; place < sources.Count; place++)
            {
                var (_, level, column) = sources[place];
                row[4 + place] = Seconds(record.Cell(level, record.Plan.Levels.GroupOf(level, node), column));
            }

            yield return row;
        }
    }

    private static List<NodeColumn> Sources(UpdatePlan plan)
    {
        var sources = new List<NodeColumn>();
        foreach (var step in plan.Steps.Where(step => step.IsDeclared || step.Waits.Length > 0))
        {
            if (step.IsDeclared)
            {
                sources.Add(new NodeColumn($"{step.Name}.start_s", step.Level, step.StartColumn));
                sources.Add(new NodeColumn($"{step.Name}.end_s", step.Level, step.EndColumn));
            }

            sources.AddRange(
                step.Waits.Select(wait => new NodeColumn(
                    $"{step.Name}.wait.{ServiceName(plan, wait)}_s",
                    step.Level,
                    wait.Column
                ))
            );
        }

        return sources;
    }

    private static string ServiceName(UpdatePlan plan, WaitColumn wait) =>
        wait.Service == WaitColumn.Place ? Causes.LimitName : plan.Model.Services[wait.Service].Name;

    private static long Attempts(RunRecord record, List<PlanStep> repeatable, int node)
    {
        var most = 1L;
        foreach (var step in repeatable)
        {
            var group = record.Plan.Levels.GroupOf(step.Level, node);
            most = Math.Max(most, record.AttemptsOf(step, group));
        }

        return most;
    }

    private static Field Seconds(long nanoseconds) =>
        nanoseconds < 0 ? default : Field.Of(nanoseconds / NanosecondsPerSecond);

    private static string NameOf(Outcome outcome) =>
        outcome switch
        {
            Outcome.Verified => "verified",
            Outcome.Failed => "failed",
            Outcome.Skipped => "skipped",
            _ => "pending",
        };
}
