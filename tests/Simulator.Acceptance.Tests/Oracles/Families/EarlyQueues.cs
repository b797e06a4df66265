using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Acceptance.Tests.Oracles.Queues;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>M/M/c from empty: the first n customers, no warm-up.</summary>
internal static class EarlyQueues
{
    private static readonly ConcurrentDictionary<string, Lazy<(double Mean, double Last)[]>> Known = new(
        StringComparer.Ordinal
    );

    public static Answer Answer(OracleRow row)
    {
        var isMean = row.Quantity.StartsWith("mean over customers", StringComparison.Ordinal);
        if (!isMean && row.Quantity != $"expected wait of customer no. {row.Count("n")}")
        {
            throw row.Unknown(row.Quantity);
        }

        var runs = Known.GetOrAdd(row.ModelKey, _ => new(() => Simulate(row))).Value;
        return new MeanAnswer(Replications.TallyOf(runs.Select(run => isMean ? run.Mean : run.Last)));
    }

    private static (double Mean, double Last)[] Simulate(OracleRow row)
    {
        var arrivals = new Arrivals(Exponential.FromRate(row["lam"]), Exponential.FromRate(row["mu"]));
        return Cores.Select(
            Replications.Wanted(row),
            index =>
            {
                var plan = new QueuePlan((ulong)index, (int)row.Count("n"), WarmUp: 0);
                var queue = new StationQueue([arrivals], row.Count("c"), plan);
                queue.Run();
                return (queue.All.MeanWait, new SimTime(queue.LastWait).Seconds);
            }
        );
    }
}
