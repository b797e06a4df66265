using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Search;

/// <summary>How many lognormal components a sample asks for: the number with the least Bayesian information criterion.</summary>
/// <remarks>BIC = (3k − 1) ln n − 2 ln L. Source: G. Schwarz, "Estimating the dimension of a model", 1978.</remarks>
internal static class MixtureFit
{
    /// <summary>The most components that are tried.</summary>
    public const int MostComponents = 6;

    private const int Places = 32;
    private const int MostRounds = 600;

    /// <summary>The best mixture of two to six components; null for fewer than 20 finished durations.</summary>
    public static FittedLaw? Best(DurationSample sample)
    {
        if (sample.Finished < 20)
        {
            return null;
        }

        var search = new MixtureSearch(sample);
        var (mean, deviation) = sample.LogMoments();
        var steps = EmpiricalDistribution.Of(sample);
        double[] places =
        [
            .. Enumerable
                .Range(0, Places)
                .Select(place => Math.Log(steps.Quantile((place + 0.5) / Places * steps.Known)))
                .Distinct(),
        ];
        var start = new MixtureComponent(1, mean, Math.Max(MixtureSearch.LeastSigma, deviation));
        var (parts, _) = search.Iterate([start], MostRounds);
        (MixtureComponent[] Parts, double Criterion)? best = null;
        while (parts.Length < MostComponents)
        {
            (parts, var likelihood) = search.Iterate(search.Grow(parts, places), MostRounds);
            var criterion = (((3 * parts.Length) - 1) * Math.Log(sample.Total)) - (2 * likelihood);
            if (best is { } before && criterion >= before.Criterion)
            {
                break;
            }

            best = (parts, criterion);
        }

        var law = LawOf(best!.Value.Parts);
        return FittedLaw.Judge(law, [.. law.Components.SelectMany(Estimates)], sample);
    }

    /// <summary>The mixture fitted anew to another sample, from itself.</summary>
    public static LognormalMixture Refit(LognormalMixture law, DurationSample sample)
    {
        MixtureComponent[] start =
        [
            .. law.Components.Select(part => new MixtureComponent(part.Weight, part.Law.Mu, part.Law.Sigma)),
        ];
        return LawOf(new MixtureSearch(sample).Iterate(start, 60).Components);
    }

    private static LognormalMixture LawOf(MixtureComponent[] parts)
    {
        var total = parts.Sum(part => part.Weight);
        return new LognormalMixture([
            .. parts.Select(part => (part.Weight / total, new LognormalLaw(part.Mu, part.Sigma))),
        ]);
    }

    private static IEnumerable<ParameterEstimate> Estimates((double Weight, LognormalLaw Law) part, int index) =>
        [
            new($"share-{index + 1}", part.Weight, null, null, ParameterDimension.Number),
            new($"median-{index + 1}", Math.Exp(part.Law.Mu), null, null, ParameterDimension.Time),
            new($"sigma-{index + 1}", part.Law.Sigma, null, null, ParameterDimension.Number),
        ];
}
