using Simulator.Analysis.Horizons;
using Simulator.Analysis.Tests.Estimates;
using Simulator.Analysis.Tests.Oracles;

namespace Simulator.Analysis.Tests.Horizons;

/// <summary>How far O(1) holds, what is accepted as O(1), and which size fits a budget.</summary>
public sealed class HorizonTests
{
    private static readonly HorizonCell[] Cells =
    [
        new(1000, 200, 120),
        new(1, 100, 100),
        new(10, 110, 100),
        new(100, 121, 110),
        new(2000, 130, 130),
    ];

    [Test]
    public void Horizon_ends_before_the_first_size_that_exceeds()
    {
        // 2000 holds again, but the horizon is a contiguous promise
        Assert.That(Horizon.Against(Cells, 0.1), Is.EqualTo(new Horizon(1, 100, 1000)));
    }

    [Test]
    public void Horizon_beyond_the_sweep_says_all_tested()
    {
        var horizon = Horizon.Against(Cells, 1)!;

        Assert.That(
            (horizon.AllTested, horizon.LastHolding, horizon.FirstExceeding),
            Is.EqualTo((true, (long?)2000, (long?)null))
        );
    }

    [Test]
    public void Horizon_against_one_node_and_against_the_plateau_differ()
    {
        Assert.That(Horizon.AgainstOne(Cells, 0.1, 100), Is.EqualTo(new Horizon(1, 10, 100)));
        Assert.That(Horizon.AgainstPlateau(Cells, 0.1, from: 10), Is.EqualTo(new Horizon(10, 100, 1000)));
    }

    [Test] // 125 = 1.25 · 100 without rounding
    public void A_time_exactly_at_the_tolerance_holds() =>
        Assert.That(Horizon.Against([new(1, 100, 100), new(2, 125, 100)], 0.25), Is.EqualTo(new Horizon(1, 2, null)));

    [Test]
    public void Horizon_may_hold_nowhere()
    {
        Assert.That(Horizon.AgainstOne(Cells, 0.1, 50), Is.EqualTo(new Horizon(1, null, 1)));
        Assert.That(Horizon.Against(Cells, 0.1, from: 5000), Is.Null);
    }

    [Test]
    public void Flat_ratio_is_accepted_as_constant_time()
    {
        var verdict = Acceptance.Test(Sweep((_, noise) => 1.02 + (0.01 * noise)), 0.1);

        Assert.That(verdict.Accepted, Is.True, verdict.Reason);
        // d = ln 1.1 / ln 1000
        Assert.That(verdict.Margin, Is.EqualTo(Math.Log(1.1) / Math.Log(1000)).Within(1e-15));
    }

    [Test]
    public void Growth_that_no_test_could_call_significant_is_not_accepted()
    {
        var verdict = Acceptance.Test(Sweep((_, noise) => 1.02 + (0.2 * noise)), 0.1);

        Assert.That(verdict.Accepted, Is.False);
        Assert.That(verdict.Reason, Does.Contain("may reach"));
    }

    [Test]
    public void Slow_growth_inside_the_tolerance_is_told_from_flatness_by_its_exponent()
    {
        // from 0.93 to 1.08: every ratio below 1.1, exponent ln(1.08/0.93)/ln(1000) above ln(1.1)/ln(1000)
        var verdict = Acceptance.Test(Sweep((n, _) => 0.93 * Math.Pow(n, Math.Log(1.08 / 0.93) / Math.Log(1000))), 0.1);

        Assert.That(verdict.Accepted, Is.False);
        Assert.That(verdict.Reason, Does.Contain("exponent"));
        Assert.That(verdict.Exponent!.Mean, Is.EqualTo(Math.Log(1.08 / 0.93) / Math.Log(1000)).Within(1e-12));
    }

    [Test]
    public void One_size_or_one_replication_decides_nothing()
    {
        Assert.That(Acceptance.Test([new(10, [1, 2], [1])], 0.1).Accepted, Is.Null);
        Assert.That(Acceptance.Test([new(10, [1], [1]), new(100, [1], [1])], 0.1).Accepted, Is.Null);
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "NSTAR" })]
    [Category("Oracles")]
    [Category("ExactOracles")]
    public void Largest_size_within_a_budget(OracleRow row)
    {
        var got = row.Text("kind") switch
        {
            "exp_inf" => LargestSize.Within(n => ClosedFormMakespan.Exponential(n, row["rate"]), row["budget"]),
            "exp_c" => LargestSize.Within(
                n => ClosedFormMakespan.ExponentialOnServers(n, row.Count("c"), row["mu"]),
                row["budget"]
            ),
            "ddc" => LargestSize.Within(
                n => ClosedFormMakespan.ConstantOnServers(n, row.Count("c"), row["s"]),
                row["budget"]
            ),
            "tb" => LargestSize.Within(n => ClosedFormMakespan.TokenBucket(n, row["r"], row["b"]), row["budget"]),
            "link" => LargestSize.Within(
                n => ClosedFormMakespan.SharedLink(n, 1, row["C"], row["cap"]),
                1 / row["cap"]
            ),
            var kind => throw new InvalidOperationException($"No budget is called {kind}."),
        };

        Assert.That(got, Is.EqualTo((long)row.Number));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(1000)]
    [TestCase(4_503_599_627_370_495)]
    public void Bisection_finds_every_answer(long answer)
    {
        Assert.That(LargestSize.Where(n => n <= answer), Is.EqualTo(answer));
    }

    [Test]
    public void Bisection_stops_at_the_most_that_is_asked()
    {
        Assert.That(LargestSize.Where(_ => true, 1000), Is.EqualTo(1000));
    }

    private static AcceptanceCell[] Sweep(Func<double, double, double> ratio)
    {
        var uniforms = new KeyedUniforms(3);
        return
        [
            .. new long[] { 1, 10, 100, 1000 }.Select(n =>
            {
                var below = Enumerable.Range(0, 30).Select(_ => 100 + uniforms.NextNormal()).ToArray();
                return new AcceptanceCell(n, [.. below.Select(t => t * ratio(n, uniforms.NextNormal()))], below);
            }),
        ];
    }
}
