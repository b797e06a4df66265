using CsCheck;
using Simulator.Experiments.Elicitation.Laws;

namespace Simulator.Experiments.Tests.Elicitation;

/// <summary>A law passes through the answers that it was made of.</summary>
public sealed class ExpertLawTests
{
    private static readonly Gen<(double, double, double)> Rising = Gen.Double[0.001, 1000]
        .Array[3]
        .Select(values => values.Order().ToArray())
        .Select(values => (values[0], values[1], values[2]));

    [Test]
    public void A_split_normal_law_has_the_given_quantiles_whatever_their_skewness() =>
        Rising.Sample(given =>
        {
            var (low, middle, high) = given;
            var law = new SplitNormalLaw(low, middle, high);

            return Near(law.Quantile(0.1), low) && Near(law.Quantile(0.5), middle) && Near(law.Quantile(0.9), high);
        });

    [Test]
    public void A_share_stays_within_its_ceiling_and_has_the_given_quantiles()
    {
        var law = new SplitNormalLaw(60, 95, 99.9, 100);

        Assert.That(law.Quantile(0.1), Is.EqualTo(60).Within(1e-9));
        Assert.That(law.Quantile(0.5), Is.EqualTo(95).Within(1e-9));
        Assert.That(law.Quantile(0.9), Is.EqualTo(99.9).Within(1e-9));
        Assert.That(law.Quantile(1e-12), Is.GreaterThan(0));
        Assert.That(law.Quantile(1 - 1e-12), Is.LessThanOrEqualTo(100));
    }

    [Test]
    public void It_is_lognormal_where_the_answers_are()
    {
        // median 10, sigma 0.5: P10 and P90 are 10 exp(-+0.5 z), and P97.5 is 10 exp(0.5 * 1.959963984540054)
        var spread = Math.Exp(0.5 * 1.2815515655446004);
        var law = new SplitNormalLaw(10 / spread, 10, 10 * spread);

        Assert.That(law.Quantile(0.975), Is.EqualTo(10 * Math.Exp(0.5 * 1.959963984540054)).Within(1e-9));
    }

    [Test]
    public void Cdf_is_the_inverse_of_the_quantile()
    {
        ExpertLaw[] laws =
        [
            new SplitNormalLaw(2, 3, 10),
            new SplitNormalLaw(1, 5, 40, 100),
            new TriangleLaw(1, 2, 10),
            new TriangleLaw(0, 0, 3),
        ];
        foreach (var law in laws)
        {
            for (var u = 0.01; u < 1; u += 0.01)
            {
                Assert.That(law.Cdf(law.Quantile(u)), Is.EqualTo(u).Within(1e-12), $"{law} at {u}");
            }
        }
    }

    [Test]
    public void A_triangle_has_its_textbook_quantiles_and_may_be_a_point()
    {
        // F(x) = x^2/200 below the mode 10 of (0, 10, 20)
        Assert.That(new TriangleLaw(0, 10, 20).Quantile(0.125), Is.EqualTo(5).Within(1e-12));
        Assert.That(new TriangleLaw(4, 4, 4).Quantile(0.3), Is.EqualTo(4));
        Assert.That(new SplitNormalLaw(4, 4, 4).Quantile(0.3), Is.EqualTo(4).Within(1e-12));
    }

    [Test]
    public void Answers_that_do_not_rise_or_leave_the_range_are_refused()
    {
        Assert.That(() => new SplitNormalLaw(3, 2, 4), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new SplitNormalLaw(0, 2, 4), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new SplitNormalLaw(1, 2, 100, 100), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new TriangleLaw(-1, 2, 4), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new TriangleLaw(1, 5, 4), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_pool_is_the_mean_of_the_probabilities_and_keeps_two_humps()
    {
        // two experts who exclude each other, weights 1 and 3: a quarter of the probability lies with the first
        var pool = new OpinionPool([(new TriangleLaw(0, 1, 2), 1), (new TriangleLaw(10, 11, 12), 3)]);

        Assert.That(pool.Cdf(5), Is.EqualTo(0.25).Within(1e-12));
        Assert.That(pool.Quantile(0.125), Is.EqualTo(1).Within(1e-9));
        Assert.That(pool.Quantile(0.625), Is.EqualTo(11).Within(1e-9));
        Assert.That(pool.Quantile(0.25), Is.EqualTo(2).Within(1e-6));
        Assert.That(pool.Weights, Is.EqualTo([0.25, 0.75]));
    }

    [Test]
    public void A_pool_of_one_is_that_one() =>
        Assert.That(
            new OpinionPool([(new SplitNormalLaw(1, 2, 5), 0.3)]).Quantile(0.77),
            Is.EqualTo(new SplitNormalLaw(1, 2, 5).Quantile(0.77))
        );

    private static bool Near(double found, double expected) => Math.Abs(found - expected) <= 1e-12 * expected;
}
