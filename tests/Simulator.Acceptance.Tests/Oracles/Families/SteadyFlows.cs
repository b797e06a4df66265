using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Open models of links and buckets in the long run: replications without their first tenth.</summary>
internal static class SteadyFlows
{
    private const int Fewest = 30;
    private const int MostDoublings = 4;
    private static readonly ConcurrentDictionary<(string Key, int From, int To), Lazy<FlowStatistics[]>> Known = new();

    /// <summary>Doubles the replications, up to 16-fold in all, until the standard error is as small as the row wants it.</summary>
    public static Answer Answer(OracleRow row)
    {
        var statistic = Statistic(row);
        var count = Math.Max(Fewest, row.Samples.Replications);
        List<double> values = [.. Runs(row, 0, count).Select(statistic)];
        var answer = new SteadyAnswer(Replications.TallyOf(values));
        for (var doubling = 0; doubling < MostDoublings && !answer.IsPrecise(row); doubling++)
        {
            values.AddRange(Runs(row, values.Count, 2 * values.Count).Select(statistic));
            answer = new SteadyAnswer(Replications.TallyOf(values));
        }

        return answer;
    }

    private static Func<FlowStatistics, double> Statistic(OracleRow row) =>
        row.Asks("mean flow sojourn time") || row.Asks("mean wait") ? run => run.MeanStay
        : row.Asks("time-average number of active flows") ? run => run.MeanNumber
        : row.Asks("fraction of time with n > C/cap") ? run => run.ShareSaturated
        : row.Asks("rejection probability") ? run => run.ShareRejected
        : row.Asks("mean batch size") ? run => run.MeanBatch
        : throw row.Unknown(row.Quantity);

    private static FlowStatistics[] Runs(OracleRow row, int from, int to) =>
        Known.GetOrAdd((row.ModelKey, from, to), _ => new(() => Simulate(row, from, to))).Value;

    private static FlowStatistics[] Simulate(OracleRow row, int from, int to) =>
        Replicated.Values(
            from,
            to,
            replication =>
            {
                var customers = row.Samples.Each;
                var statistics = OpenRun.Of(row, replication, customers, customers / 10).Run();
                Assert.That(statistics.Customers, Is.EqualTo(customers - (customers / 10)));
                return statistics;
            }
        );
}
