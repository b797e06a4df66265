using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Analysis.Fitting.Search;

namespace Simulator.Analysis.Tests.Fitting;

/// <summary>Samples, their steps, and what is told from them without a law.</summary>
public sealed class DurationSampleTests
{
    [Test] // where the quartiles are equal, the fence stands at three times 5 % all the same
    public void Equal_values_leave_room_before_the_fence()
    {
        var fence = OutlierFence.Of(EmpiricalDistribution.Of(DurationSample.OfValues(Enumerable.Repeat(100.0, 50))))!;

        Assert.That(fence.High, Is.EqualTo(100 * 1.05 * 1.05 * 1.05).Within(1e-9));
        Assert.That(fence.Low, Is.EqualTo(100 / (1.05 * 1.05 * 1.05)).Within(1e-9));
    }

    [Test] // one value at 9 under F(9) = 0.9: the step goes from 0 to 1, and 0.9 - 0 is farther than 1 - 0.9
    public void The_distance_is_measured_at_the_foot_of_a_step_too() =>
        Assert.That(
            EmpiricalDistribution.Of(DurationSample.OfValues([9])).DistanceTo(new UniformLaw(0, 10)),
            Is.EqualTo(0.9).Within(1e-15)
        );

    [Test]
    public void Steps_with_unfinished_ones_are_those_of_Kaplan_and_Meier()
    {
        // the example of Kaplan and Meier 1958, section 3.1: deaths at 0.8, 3.1, 5.4, 9.2, losses at 1.0, 2.7, 7.0, 12.1
        var builder = new DurationSampleBuilder();
        foreach (var end in new[] { 0.8, 3.1, 5.4, 9.2 })
        {
            builder.Add(end, end);
        }

        foreach (var look in new[] { 1.0, 2.7, 7.0, 12.1 })
        {
            builder.Add(look, double.PositiveInfinity);
        }

        var steps = EmpiricalDistribution.Of(builder.Build());

        // survival 7/8, then 4/5, 3/4 and 1/2 of it
        Assert.That(steps.Places, Is.EqualTo([0.8, 3.1, 5.4, 9.2]));
        Assert.That(steps.Values, Is.EqualTo([0.125, 0.3, 0.475, 0.7375]).Within(1e-12));
        Assert.That(steps.Known, Is.EqualTo(0.7375).Within(1e-12));
    }

    [Test]
    public void A_sample_of_many_is_merged_and_gives_the_same_law()
    {
        var law = new LognormalLaw(6, 0.8);
        var values = Enumerable.Range(0, 60_000).Select(place => law.Quantile(Keyed.Uniform(3, place))).ToArray();

        var sample = DurationSample.OfValues(values);

        var mean = values.Average(Math.Log);
        var sigma = Math.Sqrt(values.Average(value => Math.Pow(Math.Log(value) - mean, 2)));
        var fit = LikelihoodSearch.Fit(LawFamily.Lognormal, sample)!;
        Assert.That(sample.Observations, Has.Count.LessThan(DurationSampleBuilder.MostDistinct));
        Assert.That(sample.Total, Is.EqualTo(60_000));
        Assert.That(fit.Estimates[0].Value, Is.EqualTo(mean).Within(1e-6));
        Assert.That(fit.Estimates[1].Value, Is.EqualTo(sigma).Within(1e-6));
        var distance = EmpiricalDistribution.Of(sample).DistanceTo(law);
        Assert.That(distance, Is.EqualTo(Naive(values, law)).Within(5e-4));
    }

    [Test]
    public void Intervals_are_spread_as_the_law_has_it()
    {
        var builder = new DurationSampleBuilder();
        builder.Add(0, 100);
        builder.Add(50, 50);

        var steps = EmpiricalDistribution.Of(builder.Build(), new UniformLaw(0, 100));

        // half of the one interval lies up to 50, with the known value there: 1/4, then 3/4
        Assert.That(steps.Places, Is.EqualTo([50.0, 100.0]));
        Assert.That(steps.Values, Is.EqualTo([0.75, 1.0]).Within(1e-12));
    }

    [TestCase(0, 10, 0.0, 0.3085)]
    [TestCase(5, 10, 0.1871, 0.8129)]
    [TestCase(1, 250, 0.0001, 0.0221)]
    public void Shares_have_the_intervals_of_Clopper_and_Pearson(long count, long trials, double low, double high)
    {
        var share = BinomialInterval.Of(count, trials);

        Assert.That(share.Lower, Is.EqualTo(low).Within(5e-5));
        Assert.That(share.Upper, Is.EqualTo(high).Within(5e-5));
    }

    [Test]
    public void Members_of_a_rack_resemble_each_other_by_the_mean_squares()
    {
        // values 1, 3 and 5, 7: mean squares 16 between, 2 within, two a group: (16 - 2)/(16 + 2)
        var correlation = IntraclassCorrelation.Of([(2, 4, 10), (2, 12, 74)])!;

        Assert.That(correlation.Value, Is.EqualTo(14.0 / 18).Within(1e-12));
        Assert.That(correlation.Lower, Is.LessThan(correlation.Value));
        Assert.That(correlation.Upper, Is.GreaterThan(correlation.Value).And.LessThanOrEqualTo(1));
        Assert.That(IntraclassCorrelation.Of([(1, 4, 16), (1, 5, 25)]), Is.Null);
    }

    [Test]
    public void Only_what_lies_far_from_the_quartiles_is_outside_the_fence()
    {
        double[] values = [.. Enumerable.Range(100, 100), 5_000];
        var fence = OutlierFence.Of(EmpiricalDistribution.Of(DurationSample.OfValues(values)))!;

        Assert.That(values.Count(value => value < fence.Low || value > fence.High), Is.EqualTo(1));
    }

    [TestCase(-1, 5)]
    [TestCase(5, 4)]
    [TestCase(0, 0)]
    [TestCase(double.NaN, 5)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    public void Ends_that_hold_no_duration_are_refused(double low, double high) =>
        Assert.That(() => new DurationSampleBuilder().Add(low, high), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static double Naive(double[] values, LognormalLaw law)
    {
        Array.Sort(values);
        double n = values.Length;
        return values
            .Select(
                (value, place) =>
                    Math.Max(Math.Abs(law.Cdf(value) - (place / n)), Math.Abs(law.Cdf(value) - ((place + 1) / n)))
            )
            .Max();
    }
}
