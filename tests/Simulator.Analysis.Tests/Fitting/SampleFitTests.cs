using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Analysis.Fitting.Search;

namespace Simulator.Analysis.Tests.Fitting;

/// <summary>Which law is chosen for what was drawn from a known one.</summary>
public sealed class SampleFitTests
{
    private static IEnumerable<DurationLaw> Laws() =>
        [
            new LognormalLaw(4, 0.7),
            new GammaLaw(3, 100),
            new WeibullLaw(0.7, 50),
            new ExponentialLaw(30),
            new ParetoLaw(2.5, 10),
            new UniformLaw(100, 400),
        ];

    [TestCaseSource(nameof(Laws))]
    public void A_sample_finds_its_own_family_again(DurationLaw law)
    {
        var fit = SampleFit.To(Drawn(law, 2_000), Keyed.Uniform);

        Assert.That(fit.Verdict, Is.EqualTo(FitVerdict.Adequate));
        Assert.That(fit.Candidates.Any(candidate => candidate.Law.Name == law.Name && candidate.Distance < 0.03));
        // nested or close families may win by a hair: an exponential is a gamma and a weibull law too
        var own = fit.Candidates.First(candidate => candidate.Law.Name == law.Name);
        Assert.That(own.Aicc - fit.Chosen.Aicc, Is.LessThan(4));
        Assert.That(fit.Chosen.PValue, Is.GreaterThan(0.02));
    }

    [Test]
    public void Two_peaks_refuse_a_single_law_and_give_both_components()
    {
        var law = new LognormalMixture([(0.3, new LognormalLaw(4, 0.2)), (0.7, new LognormalLaw(7, 0.5))]);

        var fit = SampleFit.To(Drawn(law, 3_000), Keyed.Uniform);

        Assert.That(fit.Verdict, Is.EqualTo(FitVerdict.Adequate));
        var found = (LognormalMixture)fit.Chosen.Law;
        Assert.That(found.Components, Has.Count.EqualTo(2));
        Assert.That(found.Components[0].Weight, Is.EqualTo(0.3).Within(0.03));
        Assert.That(found.Components[0].Law.Mu, Is.EqualTo(4).Within(0.03));
        Assert.That(found.Components[0].Law.Sigma, Is.EqualTo(0.2).Within(0.02));
        Assert.That(found.Components[1].Law.Mu, Is.EqualTo(7).Within(0.05));
        Assert.That(fit.Candidates.Where(candidate => candidate.Law is not LognormalMixture).All(x => !x.IsAdequate));
    }

    [Test]
    public void A_mixture_is_found_through_polls_and_unfinished_ones()
    {
        var law = new LognormalMixture([(0.3, new LognormalLaw(5, 0.2)), (0.7, new LognormalLaw(7, 0.3))]);
        var builder = new DurationSampleBuilder();
        for (var node = 0; node < 3_000; node++)
        {
            var value = law.Draw(Keyed.Uniform(1, node));
            var look = 6_000 * Keyed.Uniform(2, node);
            var high = 30 * Math.Ceiling(value / 30);
            if (look < high)
            {
                builder.Add(30 * Math.Floor(look / 30), double.PositiveInfinity);
            }
            else
            {
                builder.Add(high - 30, high);
            }
        }

        var fit = SampleFit.To(builder.Build(), Keyed.Uniform);

        var found = (LognormalMixture)fit.Chosen.Law;
        Assert.That(found.Components, Has.Count.EqualTo(2));
        Assert.That(found.Components[0].Weight, Is.EqualTo(0.3).Within(0.03));
        Assert.That(found.Components[1].Law.Mu, Is.EqualTo(7).Within(0.05));
        Assert.That(found.Components[1].Law.Sigma, Is.EqualTo(0.3).Within(0.03));
    }

    [Test]
    public void Atoms_that_no_smooth_law_follows_leave_the_sample_itself()
    {
        // nine peaks of one value each, more than a mixture of six can follow
        var values = Enumerable.Range(0, 900).Select(place => Math.Pow(2, 1 + (place % 9)));

        var fit = SampleFit.To(DurationSample.OfValues(values), Keyed.Uniform);

        Assert.That(fit.Verdict, Is.EqualTo(FitVerdict.Poor));
        Assert.That(fit.Chosen.Law, Is.InstanceOf<EmpiricalLaw>());
        Assert.That(fit.Chosen.Law.Quantile(0.5), Is.EqualTo(32));
    }

    [Test]
    public void Fewer_than_20_values_say_so()
    {
        var fit = SampleFit.To(Drawn(new LognormalLaw(4, 0.7), 19), Keyed.Uniform);

        Assert.That(fit.Verdict, Is.EqualTo(FitVerdict.TooFew));
    }

    [Test]
    public void A_small_sample_of_a_law_is_not_called_poor()
    {
        var fit = SampleFit.To(Drawn(new LognormalLaw(4, 0.7), 30), Keyed.Uniform);

        Assert.That(fit.Verdict, Is.EqualTo(FitVerdict.Plausible));
        Assert.That(fit.Chosen.Distance, Is.GreaterThan(FittedLaw.AdequateDistance));
    }

    [Test]
    public void One_value_is_a_constant_and_so_are_intervals_with_a_common_one()
    {
        var same = SampleFit.To(DurationSample.OfValues(Enumerable.Repeat(7.0, 50)), Keyed.Uniform);
        var builder = new DurationSampleBuilder();
        for (var phase = 0; phase < 30; phase++)
        {
            builder.Add(90 + phase, 120 + phase);
        }

        var polled = SampleFit.To(builder.Build(), Keyed.Uniform);

        Assert.That(same.Chosen.Law, Is.EqualTo(new ConstantLaw(7)));
        Assert.That(polled.Chosen.Law, Is.EqualTo(new ConstantLaw(120)));
    }

    [Test]
    public void The_p_value_of_the_right_family_is_spread_out_and_that_of_a_wrong_one_is_not()
    {
        var law = new LognormalLaw(4, 0.7);
        var right = Enumerable.Range(1, 40).Select(seed => PValue(law, seed)).ToList();
        var wrong = Enumerable.Range(1, 10).Select(seed => PValue(new UniformLaw(1, 9), seed)).ToList();

        // of 40 uniform p-values 20 lie below 1/2, with a standard deviation of 3.2
        Assert.That(right.Count(p => p < 0.5), Is.InRange(10, 30));
        Assert.That(wrong, Has.All.LessThan(0.05));
        Assert.That(wrong, Has.All.AtLeast(0.01), "99 rounds and the sample itself: no p-value is below 1 / 100");
    }

    [Test] // n / Σ ln(x / least) = 3 / (0 + 1 + 2)
    public void The_pareto_law_is_the_likeliest_one()
    {
        var fit = ClosedFormFits.Pareto(DurationSample.OfValues([5, 5 * Math.E, 5 * Math.E * Math.E]))!;

        var law = (ParetoLaw)fit.Law;
        Assert.That((law.Shape, law.Scale), Is.EqualTo((1.0, 5.0)).Within(1e-12));
    }

    private static double PValue(DurationLaw law, int seed)
    {
        var sample = DurationSample.OfValues(
            Enumerable.Range(0, 300).Select(place => law.Quantile(Keyed.Uniform(1_000 + seed, place)))
        );
        var test = new KolmogorovTest(sample, (round, place) => Keyed.Uniform((seed * 1_000) + round + 50_000, place));
        return test.PValue(part => LikelihoodSearch.Refit(LawFamily.Lognormal, part))!.Value;
    }

    private static DurationSample Drawn(DurationLaw law, int count) =>
        DurationSample.OfValues(Enumerable.Range(0, count).Select(place => law.Draw(Keyed.Uniform(9, place))));
}
