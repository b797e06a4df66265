using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Analysis.Fitting.Search;

namespace Simulator.Analysis.Fitting;

/// <summary>From a sample to the law that may stand for it: one law, else a mixture, else the sample itself.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Verdict">How far the choice may be believed.</param>
/// <param name="Chosen">The law.</param>
/// <param name="Candidates">All laws that could be fitted, least AICc first, the mixture included where it was tried.</param>
/// <remarks>Immutable.</remarks>
public sealed record SampleFit(
    DurationSample Sample,
    FitVerdict Verdict,
    FittedLaw Chosen,
    IReadOnlyList<FittedLaw> Candidates
)
{
    /// <summary>Finished durations below which a fit proves nothing.</summary>
    public const int FewestFinished = 20;

    private const double LeastPValue = 0.1;

    /// <summary>
    /// Fits lognormal, gamma, Weibull and exponential laws, for known durations also Pareto and uniform ones, and chooses
    /// the least AICc among those with D ≤ 0.05, else the one of least AICc if its p-value is above 0.1, else a mixture by
    /// the same two rules, else the sample.
    /// </summary>
    /// <param name="sample">At least one finished duration.</param>
    /// <param name="uniform">Independent uniform numbers in (0, 1) by round and place, for the p-value.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentException">No duration ended.</exception>
    public static SampleFit To(DurationSample sample, Func<int, int, double> uniform)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Finished == 0)
        {
            throw new ArgumentException("No duration ended.", nameof(sample));
        }

        if (ConstantLaw.Of(sample) is { } constant)
        {
            var estimate = new ParameterEstimate("value", constant.Value, null, null, ParameterDimension.Time);
            var fitted = new FittedLaw(constant, [estimate], 0, null, 0);
            return new SampleFit(sample, OrTooFew(sample, FitVerdict.Adequate), fitted, [fitted]);
        }

        var singles = Singles(sample);
        if (singles.Count == 0)
        {
            return new SampleFit(sample, OrTooFew(sample, FitVerdict.Poor), Empirical(sample), []);
        }

        var best = singles.FirstOrDefault(law => law.IsAdequate) ?? singles[0];
        if (sample.Finished < FewestFinished)
        {
            return new SampleFit(sample, FitVerdict.TooFew, best, singles);
        }

        var test = new KolmogorovTest(sample, uniform);
        best = best with { PValue = test.PValue(part => Refit(best.Law, part)) };
        if (Believed(best) is { } verdict)
        {
            return new SampleFit(sample, verdict, best, WithTested(singles, best));
        }

        return ToMixture(sample, WithTested(singles, best), test);
    }

    private static SampleFit ToMixture(DurationSample sample, IReadOnlyList<FittedLaw> singles, KolmogorovTest test)
    {
        if (MixtureFit.Best(sample) is not { } mixture)
        {
            return new SampleFit(sample, FitVerdict.Poor, Empirical(sample), singles);
        }

        var law = (LognormalMixture)mixture.Law;
        mixture = mixture with { PValue = test.PValue(part => MixtureFit.Refit(law, part)) };
        var all = Ordered([.. singles, mixture]);
        return Believed(mixture) is { } verdict
            ? new SampleFit(sample, verdict, mixture, all)
            : new SampleFit(sample, FitVerdict.Poor, Empirical(sample), all);
    }

    private static List<FittedLaw> Singles(DurationSample sample)
    {
        var laws = LawFamily.All.Select(family => LikelihoodSearch.Fit(family, sample)).ToList();
        if (sample.IsExact)
        {
            laws.Add(ClosedFormFits.Pareto(sample));
            laws.Add(ClosedFormFits.Uniform(sample));
        }

        return Ordered(laws.OfType<FittedLaw>());
    }

    private static List<FittedLaw> Ordered(IEnumerable<FittedLaw> laws) =>
        [.. laws.OrderBy(law => law.Aicc ?? double.PositiveInfinity).ThenBy(law => -law.LogLikelihood)];

    private static List<FittedLaw> WithTested(List<FittedLaw> laws, FittedLaw tested) =>
        [.. laws.Select(law => ReferenceEquals(law.Law, tested.Law) ? tested : law)];

    private static FitVerdict? Believed(FittedLaw law) =>
        law.IsAdequate ? FitVerdict.Adequate
        : law.PValue >= LeastPValue ? FitVerdict.Plausible
        : null;

    private static FitVerdict OrTooFew(DurationSample sample, FitVerdict verdict) =>
        sample.Finished < FewestFinished ? FitVerdict.TooFew : verdict;

    private static FittedLaw Empirical(DurationSample sample) =>
        new(new EmpiricalLaw(EmpiricalDistribution.Of(sample)), [], double.NegativeInfinity, null, 0);

    private static DurationLaw? Refit(DurationLaw law, DurationSample sample) =>
        law switch
        {
            LognormalLaw => LikelihoodSearch.Refit(LawFamily.Lognormal, sample),
            GammaLaw => LikelihoodSearch.Refit(LawFamily.Gamma, sample),
            WeibullLaw => LikelihoodSearch.Refit(LawFamily.Weibull, sample),
            ExponentialLaw => LikelihoodSearch.Refit(LawFamily.Exponential, sample),
            ParetoLaw => ClosedFormFits.Pareto(sample)?.Law,
            _ => ClosedFormFits.Uniform(sample)?.Law,
        };
}
