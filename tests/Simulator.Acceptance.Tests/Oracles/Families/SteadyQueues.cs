using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>M/M/c in the long run: replications without their first tenth; more of them where the error is too large.</summary>
internal static class SteadyQueues
{
    /// <summary>Longer replications are cut in several.</summary>
    private const int MostCustomers = 400_000;
    private const int MostDoublings = 1;

    /// <summary>Customers of one model at first; doubled once where the error is too large.</summary>
    private const long FirstCustomers = 12_000_000;
    private static readonly ConcurrentDictionary<(string Key, int From, int To), Lazy<QueueStatistics[]>> Known = new();

    public static Answer Answer(OracleRow row)
    {
        var (replications, each) = row.Samples;
        var (customers, total) = (Math.Min(each, MostCustomers), (long)replications * each);
        var count = (int)Math.Max(30, Math.Min(total, FirstCustomers) / customers);
        var statistic = Statistic(row);
        List<double> values = [.. Runs(row, customers, 0, count).Select(statistic)];
        var answer = new SteadyAnswer(Replications.TallyOf(values), IsCapped: false);
        for (var doubling = 0; doubling < MostDoublings && !answer.IsPrecise(row); doubling++)
        {
            values.AddRange(Runs(row, customers, values.Count, 2 * values.Count).Select(statistic));
            answer = new SteadyAnswer(Replications.TallyOf(values), IsCapped: true);
        }

        return answer;
    }

    private static Func<QueueStatistics, double> Statistic(OracleRow row) =>
        row.Asks("mean wait in queue") ? run => run.MeanWait
        : row.Asks("P(wait>0)") ? run => run.ShareWaiting
        : row.Asks("time-average number in queue") ? run => run.QueueLength
        : row.Asks("quantile of wait in queue") ? run => run.WaitQuantiles[row["p"]]
        : row.Asks("quantile of sojourn time") ? run => run.StayQuantiles[row["p"]]
        : throw row.Unknown(row.Quantity);

    private static QueueStatistics[] Runs(OracleRow row, int customers, int from, int to) =>
        Known.GetOrAdd((row.ModelKey, from, to), _ => new(() => Simulate(row, customers, from, to))).Value;

    private static QueueStatistics[] Simulate(OracleRow row, int customers, int from, int to)
    {
        double[] probabilities =
        [
            .. OracleFile
                .Rows.Where(other => string.Equals(other.ModelKey, row.ModelKey, StringComparison.Ordinal))
                .Select(other => other.Optional("p"))
                .OfType<double>()
                .Distinct(),
        ];
        var runs = new QueueStatistics[to - from];
        Parallel.For(
            0,
            runs.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            index =>
                runs[index] = QueueStatistics.Of(
                    new QueueRun(row, (ulong)(from + index), customers, customers / 10),
                    probabilities
                )
        );
        return runs;
    }
}
