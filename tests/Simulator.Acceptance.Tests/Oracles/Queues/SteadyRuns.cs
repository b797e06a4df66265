using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Acceptance.Tests.Oracles.Families;
using Simulator.Kernel.Observation;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>
/// The long run: replications without their first tenth, as many as the row wants; twice as many, up to 16-fold, while the
/// standard error is too large. Rows with one model share the runs.
/// </summary>
internal static class SteadyRuns
{
    private const int WarmUpShare = 10;

    /// <summary>A run that is long enough to tell what can be asked of it.</summary>
    private static readonly QueuePlan Probe = new(0, Customers: 1000, WarmUp: 100);

    private const int MostFold = 16;

    private static readonly ConcurrentDictionary<(string Key, int From, int To), Lazy<Observed[]>> Known = new();

    /// <summary>Asks a row of runs that all rows of its model share.</summary>
    public static Answer Answer(OracleRow row, Func<QueuePlan, Observed> run)
    {
        var (replications, each) = row.Samples;
        _ = run(Probe)[row];
        var first = Math.Max(30, replications);
        var tally = new Tally();
        var completed = 0L;
        for (var (from, to) = (0, first); ; (from, to) = (to, 2 * to))
        {
            foreach (var observed in Runs(row, run, each, from, to))
            {
                tally.Add(observed[row]);
                completed += observed.Completed;
            }

            var answer = new SteadyAnswer(tally);
            if (to >= MostFold * first || answer.IsPrecise(row))
            {
                Assert.That(completed, Is.AtLeast((long)replications * each), "customers who completed");
                return answer;
            }
        }
    }

    private static Observed[] Runs(OracleRow row, Func<QueuePlan, Observed> run, int customers, int from, int to) =>
        Known
            .GetOrAdd(
                (row.ModelKey, from, to),
                _ =>
                    new(() =>
                        Cores.Select(
                            to - from,
                            index => run(new QueuePlan((ulong)(from + index), customers, customers / WarmUpShare))
                        )
                    )
            )
            .Value;
}
