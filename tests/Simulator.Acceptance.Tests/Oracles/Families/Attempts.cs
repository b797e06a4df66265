using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Attempts that fail and are tried again.</summary>
internal static class Attempts
{
    /// <summary>So many attempts are never used up: even at p = 0.9 this many fail with probability 1e-457.</summary>
    private const int Unlimited = 10_000;
    private static readonly ConcurrentDictionary<string, Lazy<(int Failed, long Attempts)[]>> Known = new(
        StringComparer.Ordinal
    );

    /// <summary>Until success, nothing shared.</summary>
    public static Answer UntilSuccess(OracleRow row) =>
        row.Asks("E[makespan]")
            ? Replications.Mean(row, () => Model(row, row["d"], Unlimited))
            : throw row.Unknown(row.Quantity);

    /// <summary>A node that used up its attempts has failed.</summary>
    public static Answer Limited(OracleRow row)
    {
        var isShare = row.Asks("probability that the rollout ends with zero failed nodes");
        if (!isShare && !row.Asks("expected total number of attempts"))
        {
            throw row.Unknown(row.Quantity);
        }

        var runs = Known.GetOrAdd(row.ModelKey, _ => new(() => Simulate(row))).Value;
        return isShare
            ? new ShareAnswer(runs.Count(run => run.Failed == 0), runs.Length)
            : new MeanAnswer(Replications.TallyOf(runs.Select(run => (double)run.Attempts)));
    }

    private static (int Failed, long Attempts)[] Simulate(OracleRow row)
    {
        const double seconds = 60;
        return Replications.Read(
            Model(row, seconds, (int)row.Count("max_attempts") - 1),
            Replications.Wanted(row),
            record => (record.Count(Outcome.Failed), AttemptsIn(record))
        );
    }

    private static long AttemptsIn(RunRecord record)
    {
        var column = record.Plan.Steps.First(step => step.IsDeclared).AttemptColumn;
        var sum = 0L;
        for (var node = 0; node < record.Nodes; node++)
        {
            sum += record.Cell(0, node, column) >> 1;
        }

        return sum;
    }

    private static Model Model(OracleRow row, double seconds, int retries) =>
        Models.Of(
            row.Nodes,
            [Models.Step("attempt", seconds) with { Fails = new FailureSpec(row["p"]), Retry = new RetrySpec(retries) }]
        );
}
