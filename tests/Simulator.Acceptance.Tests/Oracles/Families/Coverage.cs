using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Analysis.Estimates;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>How often intervals hold what they should, and how often they are allowed not to.</summary>
internal static class Coverage
{
    private const int Chunks = 64;
    private const uint Step = 1;

    /// <summary>The interval of the product on samples drawn by the product.</summary>
    public static Answer OfMeans(OracleRow row)
    {
        if (row.Quantity != "true coverage")
        {
            throw row.Unknown(row.Quantity);
        }

        var trials = row.Samples.Replications;
        return new ShareAnswer(Cores.Select(Chunks, chunk => Hits(row, chunk, trials)).Sum(), trials);
    }

    public static Answer OfQuantiles(OracleRow row) =>
        row.Quantity == "exact coverage"
            ? Answer.Of(
                OrderStatisticRanks.CoverageOf(
                    (int)row.Count("n"),
                    row["p"],
                    (int)row.Count("lo"),
                    (int)row.Count("hi")
                )
            )
            : throw row.Unknown(row.Quantity);

    public static Answer Band(OracleRow row)
    {
        if (!row.Asks("acceptance counts lo;hi"))
        {
            throw row.Unknown(row.Quantity);
        }

        var band = CoverageBand.For((int)row.Count("M"), row["level"], row["alpha"]);
        return Answer.Of(band.Lower, band.Upper);
    }

    private static long Hits(OracleRow row, int chunk, int trials)
    {
        var (mean, level) = (MeanOf(row), row["level"]);
        var samples = new double[row.Count("n")];
        var draw = Sampler(row);
        var hits = 0L;
        for (var trial = chunk; trial < trials; trial += Chunks)
        {
            StreamKey.Derive(Models.Seed, (ulong)trial).Uniforms(0, Step, 1, 0, samples);
            draw(samples);
            var estimate = Estimate.FromReplications(samples, level);
            hits += estimate.Lower <= mean && mean <= estimate.Upper ? 1 : 0;
        }

        return hits;
    }

    private static double MeanOf(OracleRow row) => IsNormal(row) ? Normal(row).Mean : LawOf(row).Mean;

    private static Action<double[]> Sampler(OracleRow row)
    {
        if (!IsNormal(row))
        {
            var law = LawOf(row);
            return samples => law.Quantiles(samples, samples);
        }

        var (mean, deviation) = Normal(row);
        return samples =>
        {
            for (var index = 0; index < samples.Length; index++)
            {
                samples[index] = mean + (deviation * Elementary.NormalQuantile(samples[index]));
            }
        };
    }

    private static bool IsNormal(OracleRow row) => row.Text("law") == "normal";

    /// <summary>Coverage does not depend on place and width, so a row may leave them out.</summary>
    private static (double Mean, double Deviation) Normal(OracleRow row) =>
        (row.Optional("mean") ?? 0, row.Optional("sd") ?? 1);

    private static Distribution LawOf(OracleRow row) =>
        row.Text("law") switch
        {
            "exponential" => new Exponential(row.Optional("mean") ?? 1),
            "uniform" => new Uniform(row.Optional("a") ?? 0, row.Optional("b") ?? 1),
            "lognormal" => new Lognormal(row.Optional("mu") ?? 0, row["sigma"]),
            var law => throw row.Unknown(law),
        };
}
