using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;

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
        var runs = new (double Mean, double Last)[Replications.Wanted(row)];
        Parallel.For(
            0,
            runs.Length,
            index =>
            {
                var waits = new QueueRun(row, (ulong)index, (int)row.Count("n"), warmUp: 0).Waits;
                runs[index] = (waits.Average(), waits[^1]);
            }
        );
        return runs;
    }
}
