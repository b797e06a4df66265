using Simulator.Analysis.ScalingLaws;

namespace Simulator.Experiments.Studies;

/// <summary>Reads the chosen law at sizes beside those that were run.</summary>
internal static class LawPredictions
{
    /// <summary>Predicts each size asked for, rising; twice the largest one run where none is.</summary>
    /// <param name="fit">The law; null or without choice gives no prediction.</param>
    /// <param name="band">What chance leaves open of it.</param>
    /// <param name="sizes">N ≥ 1, any order.</param>
    public static IReadOnlyList<LawPrediction> Of(ScalingFit? fit, LawBand? band, IReadOnlyList<long> sizes)
    {
        if (fit?.Chosen is null)
        {
            return [];
        }

        long[] twice = [2 * (long)fit.LargestNodes!.Value];
        return [.. (sizes.Count > 0 ? sizes : twice).Distinct().Order().Select(nodes => At(fit, band, nodes))];
    }

    /// <summary>What to say where sizes are asked for and there is no law.</summary>
    public static IReadOnlyList<string> Warnings(ScalingFit? fit, IReadOnlyList<long> sizes) =>
        sizes.Count > 0 && fit?.Chosen is null
            ?
            [
                $"No law could be read at the sizes asked for: it takes a sweep of cluster.nodes alone, with {ScalingFit.FewestSizes} sizes at least.",
            ]
            : [];

    private static LawPrediction At(ScalingFit fit, LawBand? band, long nodes)
    {
        var (_, seconds, isFar) = fit.At(nodes)!.Value;
        var limits = band?.At(nodes);
        return new LawPrediction(
            nodes,
            seconds,
            limits?.Lower,
            limits?.Upper,
            fit.RunnerUp?.Law.SecondsAt(nodes),
            isFar
        );
    }
}
