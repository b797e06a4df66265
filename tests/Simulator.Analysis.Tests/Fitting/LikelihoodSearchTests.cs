using MathNet.Numerics;
using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Analysis.Fitting.Search;

namespace Simulator.Analysis.Tests.Fitting;

/// <summary>Laws of greatest likelihood against closed forms and the equations that the best parameters solve.</summary>
public sealed class LikelihoodSearchTests
{
    private static readonly double[] Values = [3, 5, 8, 13, 21, 34, 55, 89, 144, 233];

    [Test]
    public void Lognormal_parameters_are_the_moments_of_the_logarithms()
    {
        var fit = Fit(LawFamily.Lognormal, DurationSample.OfValues(Values));

        var mean = Values.Average(Math.Log);
        var sigma = Math.Sqrt(Values.Average(value => Math.Pow(Math.Log(value) - mean, 2)));
        Assert.That(fit.Estimates[0].Value, Is.EqualTo(mean).Within(1e-8));
        Assert.That(fit.Estimates[1].Value, Is.EqualTo(sigma).Within(1e-8));
        // observed information of mu: n / sigma^2, so the half-width is 1.96 sigma / sqrt(n)
        var half = (fit.Estimates[0].Upper!.Value - fit.Estimates[0].Lower!.Value) / 2;
        Assert.That(half, Is.EqualTo(1.959964 * sigma / Math.Sqrt(10)).Within(1e-4));
    }

    [Test]
    public void Exponential_mean_with_unfinished_ones_is_all_time_over_all_ends()
    {
        var fit = Fit(LawFamily.Exponential, WithUnfinished());

        // ten ended after 605 s in all; two more were under way for 100 and 300 s
        Assert.That(fit.Law.Mean, Is.EqualTo((605.0 + 400) / 10).Within(1e-6));
    }

    [Test]
    public void Exponential_mean_of_polled_ends_follows_the_geometric_law()
    {
        var builder = new DurationSampleBuilder();
        int[] polls = [1, 1, 2, 3, 3, 5, 8];
        foreach (var poll in polls)
        {
            builder.Add(30 * (poll - 1), 30 * poll);
        }

        var fit = Fit(LawFamily.Exponential, builder.Build());

        // P(not seen at a poll) = sum(k - 1) / sum(k) = 16/23 = e^(-30/m)
        Assert.That(fit.Law.Mean, Is.EqualTo(-30 / Math.Log(16.0 / 23)).Within(1e-6));
    }

    [Test]
    public void Weibull_shape_solves_its_equation_with_unfinished_ones()
    {
        var law = (WeibullLaw)Fit(LawFamily.Weibull, WithUnfinished()).Law;

        // sum x^k ln x / sum x^k - 1/k = mean ln x of those that ended (Lawless 2003, section 5.2)
        double[] all = [.. Values, 100, 300];
        var k = law.Shape;
        var left = (all.Sum(x => Math.Pow(x, k) * Math.Log(x)) / all.Sum(x => Math.Pow(x, k))) - (1 / k);
        Assert.That(left, Is.EqualTo(Values.Average(Math.Log)).Within(1e-6));
        Assert.That(law.Scale, Is.EqualTo(Math.Pow(all.Sum(x => Math.Pow(x, k)) / 10, 1 / k)).Within(1e-5));
    }

    [Test]
    public void Gamma_shape_solves_its_equation()
    {
        var law = (GammaLaw)Fit(LawFamily.Gamma, DurationSample.OfValues(Values)).Law;

        Assert.That(law.Mean, Is.EqualTo(60.5).Within(1e-6));
        var left = Math.Log(law.Shape) - SpecialFunctions.DiGamma(law.Shape);
        Assert.That(left, Is.EqualTo(Math.Log(60.5) - Values.Average(Math.Log)).Within(1e-7));
    }

    [TestCase(1.0)]
    [TestCase(1e-3)]
    [TestCase(1e6)]
    public void A_change_of_the_unit_changes_nothing_but_the_unit(double unit)
    {
        var plain = (WeibullLaw)Fit(LawFamily.Weibull, DurationSample.OfValues(Values)).Law;
        var scaled = (WeibullLaw)
            Fit(LawFamily.Weibull, DurationSample.OfValues(Values.Select(value => value * unit))).Law;

        Assert.That(scaled.Shape, Is.EqualTo(plain.Shape).Within(1e-6));
        Assert.That(scaled.Scale / unit, Is.EqualTo(plain.Scale).Within(1e-4));
    }

    [Test]
    [Category("Slow")]
    public void Intervals_cover_with_30_percent_unfinished_and_polls_of_30_seconds()
    {
        const int repetitions = 500;
        var (truth, covered) = (new LognormalLaw(Math.Log(300), 0.6), new int[2]);
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var fit = Fit(LawFamily.Lognormal, Polled(truth, repetition));
            covered[0] += Covers(fit.Estimates[0], truth.Mu);
            covered[1] += Covers(fit.Estimates[1], truth.Sigma);
        }

        // 95 % of 500 within three standard errors of 0.97 %
        TestContext.Out.WriteLine($"mu {covered[0]} of {repetitions}, sigma {covered[1]} of {repetitions}");
        Assert.That(covered, Has.All.InRange(460, 490));
    }

    /// <summary>200 attempts of which 30 % are cut at a time that does not depend on them; polls with a random phase.</summary>
    private static DurationSample Polled(DurationLaw truth, int repetition)
    {
        var builder = new DurationSampleBuilder();
        var unfinished = 0;
        for (var node = 0; node < 200; node++)
        {
            var value = truth.Quantile(Keyed.Uniform(repetition, 3 * node));
            // uniform on (0, b) with b so that 30 % lie below the duration: E[min(X/b, 1)] = 0.3 at b = 1180 s
            var look = 1180 * Keyed.Uniform(repetition, (3 * node) + 1);
            var phase = 30 * Keyed.Uniform(repetition, (3 * node) + 2);
            var high = phase + (30 * Math.Ceiling((value - phase) / 30));
            if (look < high)
            {
                unfinished++;
                builder.Add(look < phase ? 0 : phase + (30 * Math.Floor((look - phase) / 30)), double.PositiveInfinity);
            }
            else
            {
                builder.Add(Math.Max(0, high - 30), high);
            }
        }

        Assert.That(unfinished, Is.InRange(35, 95));
        return builder.Build();
    }

    private static int Covers(ParameterEstimate estimate, double truth) =>
        estimate.Lower <= truth && truth <= estimate.Upper ? 1 : 0;

    private static DurationSample WithUnfinished()
    {
        var builder = new DurationSampleBuilder();
        foreach (var value in Values)
        {
            builder.Add(value, value);
        }

        builder.Add(100, double.PositiveInfinity);
        builder.Add(300, double.PositiveInfinity);
        return builder.Build();
    }

    private static FittedLaw Fit(LawFamily family, DurationSample sample) => LikelihoodSearch.Fit(family, sample)!;
}
