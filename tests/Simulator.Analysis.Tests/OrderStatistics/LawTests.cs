using Simulator.Analysis.OrderStatistics;

namespace Simulator.Analysis.Tests.OrderStatistics;

/// <summary>What a law promises beyond the oracle rows: huge N, tails, atoms, sums against known answers.</summary>
public sealed class LawTests
{
    private const double EulerMascheroni = 0.57721566490153286;

    [Test] // P(X > x) is 1/2 from 2 up to 3
    public void The_quantile_on_a_flat_piece_is_its_lower_end() =>
        Assert.That(Law.Discrete([new(1, 0.25), new(2, 0.25), new(3, 0.5)]).UpperQuantile(0.5), Is.EqualTo(2));

    [TestCase(1_000_000_000)]
    [TestCase(1_000_000_000_000)]
    public void Maximum_of_a_billion_exponentials_keeps_nine_digits(long nodes)
    {
        var mean = TextbookLaws.Exponential(0.01).MaximumOf(nodes).Mean();

        // H_N = ln N + gamma + 1/(2N) to 1e-19
        var expected = 100 * (Math.Log(nodes) + EulerMascheroni + (0.5 / nodes));
        Assert.That(mean, Is.EqualTo(expected).Within(1e-10 * expected));
    }

    [Test]
    public void Quantile_of_a_billion_exponentials_keeps_nine_digits()
    {
        var quantile = TextbookLaws.Exponential(1).QuantileOfMaximum(1_000_000_000, 0.5);

        // -ln(1 - 2^(-1/n)) = ln n - ln ln 2 + O(1/n)
        var expected = Math.Log(1e9) - Math.Log(Math.Log(2)) + (Math.Log(2) / 2e9);
        Assert.That(quantile, Is.EqualTo(expected).Within(1e-12 * expected));
    }

    [TestCase(0.9, false, false)]
    [TestCase(1.0, false, false)]
    [TestCase(1.5, true, false)]
    [TestCase(2.0, true, false)]
    [TestCase(2.5, true, true)]
    public void Power_tail_has_the_moments_that_it_has(double alpha, bool hasMean, bool hasDeviation)
    {
        var law = TextbookLaws.Pareto(alpha, 30).MaximumOf(100);

        Assert.That((law.Mean() is not null, law.StandardDeviation() is not null), Is.EqualTo((hasMean, hasDeviation)));
    }

    [Test]
    public void Mean_of_a_heavy_tail_is_right()
    {
        // E = alpha xm / (alpha - 1) = 1.05 * 30 / 0.05
        Assert.That(TextbookLaws.Pareto(1.05, 30).Mean(), Is.EqualTo(630).Within(1e-4));
    }

    [Test]
    public void Constant_steps_make_a_constant_makespan()
    {
        var moments = UncontendedMakespan.Parallel([Law.Constant(30), Law.Constant(12.5)], 1_000_000);

        Assert.That(moments, Is.EqualTo(new MakespanMoments(42.5, 0)));
    }

    [Test]
    public void Empirical_law_has_the_maximum_of_draws_from_the_sample()
    {
        var law = Law.Empirical([30, 10, 20, 20]);

        // P(max of 2 <= 10) = 1/16, <= 20: 9/16, so E = (10 + 20 * 8 + 30 * 7) / 16
        Assert.That(law.MaximumOf(2).Mean(), Is.EqualTo(380.0 / 16).Within(1e-12));
        Assert.That(law.Quantile(0.5), Is.EqualTo(20));
        Assert.That(law.QuantileOfMaximum(2, 0.57), Is.EqualTo(30));
    }

    [Test]
    public void Sum_of_two_dice_is_triangular()
    {
        var die = Law.Empirical([1, 2, 3, 4, 5, 6]);

        var sum = Law.Sum([die, die]);

        Assert.That(sum.Mean(), Is.EqualTo(7).Within(1e-12));
        Assert.That(sum.SurvivalAt(10), Is.EqualTo(3.0 / 36).Within(1e-14)); // 5+6, 6+5, 6+6
        Assert.That(sum.StandardDeviation(), Is.EqualTo(Math.Sqrt(35.0 / 6)).Within(1e-12));
    }

    [Test]
    public void Straggler_and_exponential_add_up()
    {
        var sum = Law.Sum([TextbookLaws.Straggler(0.25, 0, 100), TextbookLaws.Exponential(0.1), Law.Constant(5)]);

        Assert.That(sum.Mean(), Is.EqualTo(25 + 10 + 5).Within(1e-8));
        // t = 120: either slow and Exp > 15, or fast and Exp > 115
        var expected = (0.25 * Math.Exp(-1.5)) + (0.75 * Math.Exp(-11.5));
        Assert.That(sum.SurvivalAt(120), Is.EqualTo(expected).Within(1e-10 * expected));
    }

    [Test]
    public void Sum_of_gammas_of_one_scale_is_a_gamma_far_into_the_tail()
    {
        var sum = Law.Sum([TextbookLaws.Gamma(0.6, 2), TextbookLaws.Gamma(1.9, 2)]);
        var whole = TextbookLaws.Gamma(2.5, 2);

        foreach (var x in new[] { 0.01, 0.5, 3.0, 20, 50, 80 })
        {
            Assert.That(sum.SurvivalAt(x), Is.EqualTo(whole.SurvivalAt(x)).Within(1e-7 * whole.SurvivalAt(x)), $"{x}");
        }
    }

    [Test]
    public void Variances_of_a_mixed_chain_add()
    {
        Law[] steps =
        [
            TextbookLaws.Lognormal(4, 0.5),
            TextbookLaws.Weibull(0.7, 60),
            TextbookLaws.Uniform(10, 50),
            TextbookLaws.Gamma(2.5, 20),
            Law.Constant(30),
            Law.Empirical([10, 20, 90]),
        ];

        var chain = Law.Sum(steps);

        Assert.That(chain.Mean(), Is.EqualTo(steps.Sum(step => step.Mean()!.Value)).Within(1e-6));
        var variance = steps.Sum(step => Math.Pow(step.StandardDeviation()!.Value, 2));
        Assert.That(chain.StandardDeviation(), Is.EqualTo(Math.Sqrt(variance)).Within(1e-6 * Math.Sqrt(variance)));
    }

    [Test]
    public void Long_chain_of_equal_steps_keeps_its_mean()
    {
        var step = TextbookLaws.Lognormal(4, 0.3);

        var chain = Law.Sum([.. Enumerable.Repeat(step, 25)]);

        Assert.That(chain.Mean(), Is.EqualTo(25 * step.Mean()).Within(1e-7));
    }

    [Test]
    public void Large_sample_is_thinned_without_losing_its_mean_or_its_tail()
    {
        var sample = Enumerable.Range(0, 20_000).Select(index => -100 * Math.Log((index + 0.5) / 20_000)).ToArray();
        var law = Law.Empirical(sample);

        var chain = Law.Sum([law, TextbookLaws.Uniform(0, 10)]);

        Assert.That(chain.Mean(), Is.EqualTo(sample.Average() + 5).Within(1e-3));
        Assert.That(chain.Upper, Is.EqualTo(sample.Max() + 10).Within(1e-9));
        // the largest value weighs 1/20000, and half of the uniform lies above 5
        Assert.That(chain.SurvivalAt(sample.Max() + 5), Is.EqualTo(0.5 / 20_000).Within(1e-8));
    }

    [Test]
    public void Heavy_tails_add_up_far_out()
    {
        var law = TextbookLaws.Pareto(1.5, 1);

        var sum = Law.Sum([law, law]);

        Assert.That(sum.Mean(), Is.EqualTo(6).Within(1e-6));
        // one big jump: P(X + Y > t) -> 2 P(X > t - E[Y]) with error O(t^-2.5)
        Assert.That(sum.SurvivalAt(1e6) / (2 * law.SurvivalAt(1e6 - 3)), Is.EqualTo(1).Within(1e-6));
    }

    [Test]
    public void Maximum_over_pools_multiplies_their_distributions()
    {
        var law = Law.MaximumOf([
            (TextbookLaws.Uniform(0, 1), 2),
            (TextbookLaws.Uniform(0, 2), 1),
            (Law.Constant(0.5), 4),
        ]);

        Assert.That(law.SurvivalAt(0.8), Is.EqualTo(1 - (0.64 * 0.4)).Within(1e-14));
        Assert.That(law.SurvivalAt(0.49), Is.EqualTo(1));
        // 0.5 + int_0.5^1 (1 - x^3/2) dx + int_1^2 (1 - x/2) dx = 0.5 + (0.5 - 15/128) + 0.25
        Assert.That(law.Mean(), Is.EqualTo(1.25 - (15.0 / 128)).Within(1e-12));
    }

    [Test]
    public void Rack_steps_follow_the_slowest_node()
    {
        var rack = UncontendedMakespan.Rack([Law.Constant(60)], 18, [TextbookLaws.Uniform(10, 20)]);

        // max of 3 uniforms on [10, 20] is 17.5
        Assert.That(UncontendedMakespan.RacksInParallel(rack, 3).Mean, Is.EqualTo(77.5).Within(1e-9));
    }

    [Test]
    public void Makespan_without_steps_is_refused()
    {
        Assert.That(() => UncontendedMakespan.Barriers([], 3), Throws.ArgumentException);
        Assert.That(() => UncontendedMakespan.Parallel([], 3), Throws.ArgumentException);
        Assert.That(() => Law.Empirical([]), Throws.ArgumentException);
        Assert.That(() => Law.Constant(1).MaximumOf(0), Throws.ArgumentException);
    }
}
