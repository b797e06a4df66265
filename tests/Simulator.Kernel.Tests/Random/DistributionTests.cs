using System.Globalization;
using CsCheck;
using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>What holds for every law, and the values of some.</summary>
public sealed class DistributionTests
{
    private static IEnumerable<Distribution> ContinuousLaws() => Laws.Continuous();

    private static IEnumerable<Distribution> EveryLaw() => Laws.All();

    [Test]
    public void Samples_at_given_uniforms_are_those_of_thirty_digit_arithmetic()
    {
        Assert.That(Exponential.FromRate(0.01).Quantile(0.3), Is.EqualTo(35.667494393873236).Within(1e-13).Percent);
        Assert.That(new Lognormal(4, 1).Quantile(0.999), Is.EqualTo(1200.1865789734431).Within(1e-12).Percent);
        Assert.That(new Weibull(0.7, 60).Quantile(0.5), Is.EqualTo(35.543406777128028).Within(1e-12).Percent);
    }

    [Test]
    public void Gamma_and_beta_quantiles_are_within_1e_10_of_sixty_digit_references()
    {
        foreach (var row in ReferenceTable.Rows("quantile_reference.csv"))
        {
            var numbers = row.Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            Distribution law = row[0] is "gamma" ? new Gamma(numbers[0], 1) : new Pert(0, numbers[0], 1, numbers[1]);

            var error = Math.Abs((law.Quantile(numbers[2]) / numbers[3]) - 1);

            Assert.That(error, Is.LessThan(1e-10), $"{law} at {numbers[2]:R}");
        }
    }

    [TestCaseSource(nameof(ContinuousLaws))]
    public void A_quantile_never_falls_as_the_probability_rises(Distribution law)
    {
        var u = Laws.Draws(20_000, 5);
        Array.Sort(u);

        var x = Array.ConvertAll(u, law.Quantile);

        Assert.That(x, Is.Ordered);
        foreach (var start in u.Where((_, i) => i % 100 == 0))
        {
            AssertRises(law, start, 50);
        }
    }

    [TestCaseSource(nameof(ContinuousLaws))]
    public void The_distribution_function_undoes_the_quantile(Distribution law)
    {
        foreach (var u in Laws.Draws(400, 6))
        {
            var x = law.Quantile(u);

            // Near the upper end of a bounded law x itself keeps few digits of 1 - F.
            Assert.That(law.Cdf(x), Is.EqualTo(u).Within(1e-9 * u + 1e-14), $"F at {u:R}");
            Assert.That(law.Survival(x), Is.EqualTo(1 - u).Within(1e-9 * (1 - u) + 1e-14), $"1 - F at {u:R}");
        }
    }

    [TestCaseSource(nameof(EveryLaw))]
    public void Values_lie_between_minimum_and_maximum_where_the_distribution_function_runs_from_0_to_1(
        Distribution law
    )
    {
        var x = Array.ConvertAll(Laws.Draws(1_000, 7), law.Quantile);

        Assert.That(x, Is.All.InRange(law.Minimum, law.Maximum));
        Assert.That(law.Cdf(law.Minimum - 1), Is.Zero);
        Assert.That(law.Survival(law.Minimum - 1), Is.EqualTo(1));
        Assert.That(law.Cdf(law.Maximum), Is.EqualTo(1).Within(1e-15));
        Assert.That(law.Survival(law.Maximum), Is.Zero);
    }

    [TestCaseSource(nameof(EveryLaw))]
    public void A_scaled_law_has_scaled_values_and_moments(Distribution law)
    {
        var scaled = law.Scaled(3);

        foreach (var u in Laws.Draws(200, 8))
        {
            Assert.That(scaled.Quantile(u), Is.EqualTo(3 * law.Quantile(u)).Within(1e-12).Percent);
        }

        Assert.That(scaled.Mean, Is.EqualTo(3 * law.Mean).Within(1e-12).Percent);
        Assert.That(scaled.Variance, Is.EqualTo(9 * law.Variance).Within(1e-11).Percent);
        Assert.That(scaled, Is.TypeOf(law.GetType()));
    }

    [TestCaseSource(nameof(EveryLaw))]
    public void Laws_with_equal_parameters_are_equal(Distribution law)
    {
        var twin = law.Scaled(2).Scaled(0.5);

        Assert.That(law.Scaled(1), Is.EqualTo(law));
        Assert.That(law.Scaled(1).GetHashCode(), Is.EqualTo(law.GetHashCode()));
        Assert.That(law.Scaled(2), Is.Not.EqualTo(law));
        Assert.That(twin.Mean, Is.EqualTo(law.Mean).Within(1e-12).Percent);
    }

    [Test]
    public void A_table_holds_the_same_bits_whichever_thread_makes_it()
    {
        var u = Laws.Draws(500, 9);
        var laws = Enumerable.Range(0, 8).Select(_ => new Gamma(2.5, 20)).ToArray();
        var shared = new Gamma(2.5, 20);

        var own = laws.AsParallel().Select(law => Array.ConvertAll(u, law.Quantile)).ToArray();
        var common = laws.AsParallel().Select(_ => Array.ConvertAll(u, shared.Quantile)).ToArray();

        Assert.That(own.Concat(common), Is.All.EqualTo(own[0]));
    }

    [Test]
    public void A_lognormal_law_meets_its_median_and_its_quantile()
    {
        var law = Lognormal.FromMedianAndQuantile(90, 0.95, 240);

        Assert.That(law.Quantile(0.5), Is.EqualTo(90).Within(1e-13).Percent);
        Assert.That(law.Quantile(0.95), Is.EqualTo(240).Within(1e-12).Percent);
    }

    [Test]
    public void An_empirical_law_steps_through_its_sample()
    {
        var law = new Empirical([30, 10, 20, 40]);

        // x_(ceil(4 u))
        Assert.That(
            new[] { 0.01, 0.25, 0.26, 0.5, 0.75, 0.76, 0.99 }.Select(law.Quantile),
            Is.EqualTo([10, 10, 20, 20, 30, 40, 40])
        );
        Assert.That(law.Cdf(20), Is.EqualTo(0.5));
        Assert.That(law.Survival(39), Is.EqualTo(0.25));
    }

    [Test]
    public void A_mixture_spends_one_uniform_on_component_and_value()
    {
        var law = new Mixture((new Uniform(10, 20), 1), (new Uniform(100, 200), 3));

        // 0.125 is half-way through [0, 0.25), 0.625 half-way through [0.25, 1).
        Assert.That(law.Quantile(0.125), Is.EqualTo(15));
        Assert.That(law.Quantile(0.625), Is.EqualTo(150));
    }

    [Test]
    public void The_inverse_of_a_mixture_is_that_of_its_distribution_function_in_whatever_order_its_parts_stand()
    {
        var law = new Mixture((new Exponential(3), 1), (new Uniform(0, 1), 2), (new Constant(2), 1));

        foreach (var p in new[] { 1e-9, 0.1, 0.5, 0.7, 0.999, 1 - 1e-12 })
        {
            var x = law.InverseCdf(p);
            Assert.That(law.Survival(x), Is.LessThanOrEqualTo((1 - p) * (1 + 1e-12)));
            Assert.That(
                law.Survival(x * (1 - 1e-6)),
                Is.GreaterThan((1 - p) * (1 - 1e-15)).Or.EqualTo(1 - p).Within(1e-9)
            );
        }

        Assert.That(law.InverseCdf(0.75), Is.EqualTo(2));
    }

    [Test]
    public void Quantiles_of_any_gamma_Weibull_lognormal_or_PERT_law_stand_in_the_order_of_their_probabilities() =>
        Gen.Select(Gen.Int[0, 3], Gen.Double[0.02, 50], Gen.Double[0.01, 1], Gen.Double[1e-6, 0.999999].Array[2, 50])
            .Sample(
                (kind, shape, share, u) =>
                {
                    Distribution law = kind switch
                    {
                        0 => new Gamma(shape, share),
                        1 => new Weibull(shape, share),
                        2 => new Lognormal(share, shape),
                        _ => new Pert(0, share, 1, shape),
                    };
                    Array.Sort(u);
                    var x = Array.ConvertAll(u, law.Quantile);
                    return x.SequenceEqual(x.Order());
                },
                seed: "0N0XIzNsQ0O2",
                iter: 100
            );

    private static void AssertRises(Distribution law, double start, int steps)
    {
        var u = start;
        var previous = law.Quantile(u);
        for (var i = 0; i < steps && u < 1 - 1e-15; i++)
        {
            u = Math.BitIncrement(u);
            var next = law.Quantile(u);
            if (next < previous)
            {
                Assert.Fail($"{law} falls at {u:R}.");
            }

            previous = next;
        }
    }

    [Test]
    public void The_inverse_at_the_height_of_a_step_is_its_place_to_the_last_bit()
    {
        var coin = new Mixture((new Constant(1), 1), (new Constant(2), 1));

        // F(1) = 1/2: the smallest x with F(x) at least 1/2 is 1 and not the double above it
        Assert.That(coin.InverseCdf(0.5), Is.EqualTo(1));
        Assert.That(coin.InverseCdf(Math.BitIncrement(0.5)), Is.EqualTo(2));
    }
}
