using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Records;
using Simulator.Kernel;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>When the nodes of a run were done.</summary>
internal static class Completions
{
    public static Answer Answer(OracleRow row, RunRecord record) =>
        Oracles.Answers.Answer.Of(
            row.Quantity switch
            {
                "makespan" => record.Makespan.Seconds,
                "sum of completion times" => Sum(record),
                var other when Starts(other, "mean completion time") => Sum(record) / record.Nodes,
                var other when Starts(other, "mean wait over all") => Sum(record) / record.Nodes,
                var other when Starts(other, "completion time of node index") => record
                    .EndOf((int)row.Count("node"))
                    .Seconds,
                var other when Starts(other, "time of the last grant") => record.Makespan.Seconds,
                var other when Starts(other, "time the last") => record.Makespan.Seconds,
                var other => throw row.Unknown(other),
            }
        );

    private static bool Starts(string quantity, string words) => quantity.StartsWith(words, StringComparison.Ordinal);

    private static double Sum(RunRecord record)
    {
        var sum = Enumerable.Range(0, record.Nodes).Sum(node => (decimal)record.EndOf(node).Nanoseconds);
        return (double)(sum / SimTime.NanosecondsPerSecond);
    }
}
