using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Tests.Estimates;

/// <summary>Means, ratios and quantiles with their intervals.</summary>
public sealed class EstimateTests
{
    [TestCase(0.5)]
    [TestCase(0.95)]
    [TestCase(0.999)]
    public void Standard_error_does_not_depend_on_the_level(double confidence)
    {
        // 1, 2, 3, 4: s^2 = 5/3, n = 4
        var estimate = Estimate.FromReplications([1, 2, 3, 4], confidence);

        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(5 / 12.0)).Within(1e-12));
        Assert.That(Estimate.FromReplications([1], confidence).StandardError, Is.Null);
    }

    [Test]
    public void Interval_is_that_of_the_textbook()
    {
        var estimate = Estimate.FromReplications([1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09], 0.90);

        // Law 2015, example 4.27: 1.34 +- 0.24 with t(9, 0.95) = 1.833
        Assert.That(estimate.Mean, Is.EqualTo(1.343).Within(1e-12));
        Assert.That(estimate.HalfWidth, Is.EqualTo(0.24).Within(0.005));
    }

    [TestCase(1, 0.95, 12.706204736)]
    [TestCase(9, 0.90, 1.833112933)]
    [TestCase(29, 0.95, 2.045229642)]
    [TestCase(1, 0.9999, 6366.197671)]
    [TestCase(5000, 0.95, 1.960438700)]
    [TestCase(2000, 0.95, 1.961151500)]
    public void Quantiles_of_student_are_those_of_the_tables(int degrees, double confidence, double expected)
    {
        Assert.That(StudentLaw.TwoSided(degrees, confidence), Is.EqualTo(expected).Within(1e-6 * expected));
    }

    [Test]
    public void Quantile_of_student_has_no_step_where_the_method_changes()
    {
        var (exact, expansion) = (StudentLaw.TwoSided(2000, 0.999), StudentLaw.TwoSided(2001, 0.999));

        Assert.That(exact - expansion, Is.InRange(0, 3e-6));
    }

    [Test]
    public void One_replication_gives_a_mean_without_an_interval()
    {
        var estimate = Estimate.FromReplications([42]);

        Assert.That(
            (estimate.Mean, estimate.HalfWidth, estimate.Lower),
            Is.EqualTo((42.0, (double?)null, (double?)null))
        );
    }

    [Test]
    public void Constant_sample_has_exactly_no_width()
    {
        var estimate = Estimate.FromReplications([.. Enumerable.Repeat(0.1, 30)]);

        Assert.That((estimate.Mean, estimate.HalfWidth, estimate.RelativeHalfWidth), Is.EqualTo((0.1, 0.0, 0.0)));
    }

    [Test]
    public void Samples_that_are_no_numbers_are_refused()
    {
        Assert.That(() => Estimate.FromReplications([1, double.NaN]), Throws.ArgumentException);
        Assert.That(() => Estimate.FromReplications([]), Throws.ArgumentException);
        Assert.That(() => Estimate.FromReplications([1, 2], 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Ratio_of_proportional_pairs_is_exact()
    {
        var ratio = PairedRatio.OfMeans([2, 4, 7], [1, 2, 3.5]);

        Assert.That(ratio.Mean, Is.EqualTo(2).Within(1e-15));
        Assert.That(ratio.HalfWidth, Is.EqualTo(0).Within(1e-12));
        Assert.That(ratio.Plus(-1).Mean, Is.EqualTo(1).Within(1e-15));
    }

    [Test]
    public void Ratio_of_means_is_not_the_mean_of_ratios()
    {
        Assert.That(PairedRatio.OfMeans([1, 9], [1, 3]).Mean, Is.EqualTo(2.5));
    }

    [Test]
    public void Ratio_covers_the_true_ratio_at_its_level()
    {
        var uniforms = new KeyedUniforms(7);
        var hits = 0;
        for (var experiment = 0; experiment < 2000; experiment++)
        {
            var below = Enumerable.Range(0, 50).Select(_ => 10 + uniforms.NextNormal()).ToArray();
            var above = below.Select(x => (1.5 * x) + (0.5 * uniforms.NextNormal())).ToArray();
            var ratio = PairedRatio.OfMeans(above, below);
            hits += ratio.Lower <= 1.5 && 1.5 <= ratio.Upper ? 1 : 0;
        }

        var band = CoverageBand.For(2000, 0.95, 1e-4);
        Assert.That(hits, Is.InRange(band.Lower, band.Upper));
    }

    [TestCase(0.5, 6)]
    [TestCase(0.9, 29)]
    [TestCase(0.95, 59)]
    [TestCase(0.99, 299)]
    [TestCase(0.999, 2995)]
    public void Quantile_is_not_estimable_below_its_fewest_replications(double probability, int fewest)
    {
        var samples = Enumerable.Range(1, fewest).Select(value => (double)value).ToArray();

        Assert.That(OrderStatisticRanks.FewestReplications(probability), Is.EqualTo(fewest));
        Assert.That(QuantileEstimate.FromReplications(samples[..^1], probability), Is.Null);
        Assert.That(QuantileEstimate.FromReplications(samples, probability), Is.Not.Null);
    }

    [Test]
    public void Median_of_twenty_lies_between_the_sixth_and_the_fifteenth()
    {
        var samples = Enumerable.Range(1, 20).Select(value => (double)value).Reverse().ToArray();

        var median = QuantileEstimate.FromReplications(samples, 0.5)!;

        Assert.That((median.Value, median.Lower, median.Upper), Is.EqualTo((10.0, 6.0, 15.0)));
    }

    [Test]
    public void Chosen_ranks_are_the_closest_that_reach_the_level()
    {
        var ranks = OrderStatisticRanks.Closest(100, 0.95, 0.95)!;

        // 91..99 covers 0.9347 only, so nine ranks are needed and not eight
        Assert.That(ranks.Coverage, Is.GreaterThanOrEqualTo(0.95));
        Assert.That(ranks.Upper - ranks.Lower, Is.EqualTo(9));
        Assert.That(
            OrderStatisticRanks.CoverageOf(100, 0.95, ranks.Lower, ranks.Upper),
            Is.EqualTo(ranks.Coverage).Within(1e-14)
        );
    }

    [TestCase(20, 0.5)]
    [TestCase(59, 0.95)]
    [TestCase(77, 0.3)]
    [TestCase(200, 0.9)]
    public void Chosen_ranks_are_those_of_a_search_through_all(int count, double probability)
    {
        var best = (
            from lower in Enumerable.Range(1, count - 1)
            from upper in Enumerable.Range(lower + 1, count - lower)
            let coverage = OrderStatisticRanks.CoverageOf(count, probability, lower, upper)
            where coverage >= 0.95
            orderby upper - lower, coverage descending
            select (Width: upper - lower, Coverage: coverage)
        ).First();

        var ranks = OrderStatisticRanks.Closest(count, probability, 0.95)!;

        Assert.That(ranks.Upper - ranks.Lower, Is.EqualTo(best.Width));
        Assert.That(ranks.Coverage, Is.EqualTo(best.Coverage).Within(1e-12));
    }

    [Test] // 2 · 0.5³ is 1 − 0.75 without rounding
    public void A_level_that_is_met_exactly_needs_no_further_replication() =>
        Assert.That(OrderStatisticRanks.FewestReplications(0.5, 0.75), Is.EqualTo(3));

    [TestCase(0.95, 95)]
    [TestCase(0.55, 55)] // 0.55 · 100 rounds to 55.00000000000001
    [TestCase(0.07, 7)] // and 0.07 · 100 to 7.000000000000001
    public void A_percentile_of_a_hundred_is_the_rank_of_its_name(double probability, int rank)
    {
        var samples = Enumerable.Range(1, 100).Select(value => (double)value).ToArray();

        Assert.That(QuantileEstimate.FromReplications(samples, probability)!.Value, Is.EqualTo(rank));
    }
}
