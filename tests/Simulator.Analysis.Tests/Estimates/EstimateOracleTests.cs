using Simulator.Analysis.Estimates;
using Simulator.Analysis.Tests.Oracles;

namespace Simulator.Analysis.Tests.Estimates;

/// <summary>Intervals against the oracle file.</summary>
[Category("Oracles")]
[Category("ExactOracles")]
public sealed class EstimateOracleTests
{
    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "OSCI" })]
    public void Coverage_of_two_order_statistics(OracleRow row)
    {
        var coverage = OrderStatisticRanks.CoverageOf(
            (int)row.Count("n"),
            row["p"],
            (int)row.Count("lo"),
            (int)row.Count("hi")
        );

        Assert.That(coverage, Is.EqualTo(row.Number).Within(1e-9));
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "COVBAND" })]
    public void Band_of_a_coverage_experiment(OracleRow row)
    {
        var band = CoverageBand.For((int)row.Count("M"), row["level"], row["alpha"]);

        Assert.That($"{band.Lower};{band.Upper}", Is.EqualTo(row.Value));
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "COVT" })]
    public void True_coverage_of_the_t_interval(OracleRow row)
    {
        const int experiments = 200_000;
        var uniforms = new KeyedUniforms(20261123);
        var isNormal = row.Text("law").Equals("normal", StringComparison.Ordinal);
        var mean = isNormal ? 10 : row["mean"];
        var hits = 0;
        var samples = new double[row.Count("n")];
        for (var experiment = 0; experiment < experiments; experiment++)
        {
            for (var index = 0; index < samples.Length; index++)
            {
                samples[index] = isNormal ? 10 + (3 * uniforms.NextNormal()) : -mean * Math.Log(uniforms.Next());
            }

            var estimate = Estimate.FromReplications(samples, row["level"]);
            hits += estimate.Lower <= mean && mean <= estimate.Upper ? 1 : 0;
        }

        // z = 4.5 against the exact binomial deviation
        var tolerance = 4.5 * Math.Sqrt(row.Number * (1 - row.Number) / experiments);
        Assert.That(hits / (double)experiments, Is.EqualTo(row.Number).Within(tolerance));
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "CRN" })]
    public void Variance_of_a_difference_under_common_random_numbers(OracleRow row)
    {
        const int pairs = 100_000;
        var uniforms = new KeyedUniforms(1);
        var common = new double[pairs];
        var independent = new double[pairs];
        for (var pair = 0; pair < pairs; pair++)
        {
            var (u, v) = (Math.Log(uniforms.Next()), Math.Log(uniforms.Next()));
            common[pair] = (row["m1"] - row["m2"]) * u;
            independent[pair] = (row["m1"] * u) - (row["m2"] * v);
        }

        // half-widths are proportional to deviations
        var ratio = Estimate.FromReplications(common).HalfWidth / Estimate.FromReplications(independent).HalfWidth;
        Assert.That(ratio * ratio, Is.EqualTo(row.Number).Within(0.03 * row.Number));
    }
}
