using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Two variants of a step with the same draws, and with others.</summary>
internal static class CommonNumbers
{
    /// <summary>Ten times the pairs wanted, so that a right ratio is within 3 % for certain.</summary>
    private const int Margin = 10;
    private const double HalfTick = 0.5e-9;
    private const double Rounding = 1e-15;

    public static Answer VarianceRatio(OracleRow row)
    {
        if (!row.Asks("Var(difference) with CRN / Var(difference) with independent"))
        {
            throw row.Unknown(row.Quantity);
        }

        var (mean1, mean2) = (row["m1"], row["m2"]);
        var pairs = Margin * row.Samples.Replications;
        var first = Ends(pairs, mean1, 0);
        var common = Ends(pairs, mean2, 0);
        var independent = Ends(pairs, mean2, 1);
        for (var pair = 0; pair < pairs; pair++)
        {
            // x1 / x2 = m1 / m2, either rounded to the nearest tick; the product with m keeps all in seconds
            var off = Math.Abs(first[pair] - (common[pair] * mean1 / mean2));
            if (off > HalfTick * (1 + (mean1 / mean2)) + (Rounding * first[pair]))
            {
                throw new InvalidOperationException($"{row.Id}: pair {pair} is {off} s off the same draw.");
            }
        }

        return Answer.Of(Variance(first, common) / Variance(first, independent));
    }

    private static double Variance(double[] first, double[] second) =>
        Replications.TallyOf(first.Zip(second, (one, other) => one - other)).Variance;

    private static double[] Ends(int pairs, double mean, ulong replication)
    {
        var plan = UpdatePlan.Compile(Models.Of(pairs, [Models.Step("work", new Exponential(mean))]));
        var record = Rollout.Run(plan, Models.Seed, replication);
        return [.. Enumerable.Range(0, pairs).Select(node => record.EndOf(node).Seconds)];
    }
}
