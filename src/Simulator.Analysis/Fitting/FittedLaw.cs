using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting;

/// <summary>A law of greatest likelihood and how well it follows the sample.</summary>
/// <param name="Law">The law.</param>
/// <param name="Estimates">Its parameters with intervals from the observed information.</param>
/// <param name="LogLikelihood">ln L.</param>
/// <param name="Aicc">2k − 2 ln L + 2k(k+1)/(n−k−1); null for n ≤ k + 1.</param>
/// <param name="Distance">D = sup |F̂ − F|, Kolmogorov's distance.</param>
public sealed record FittedLaw(
    DurationLaw Law,
    IReadOnlyList<ParameterEstimate> Estimates,
    double LogLikelihood,
    double? Aicc,
    double Distance
)
{
    /// <summary>The greatest distance of a law that may stand for the sample.</summary>
    public const double AdequateDistance = 0.05;

    /// <summary>P(D* ≥ D) if the law were true, by parametric bootstrap on a subsample; null where it was not asked for.</summary>
    public double? PValue { get; init; }

    /// <summary>Whether D ≤ 0.05.</summary>
    public bool IsAdequate => Distance <= AdequateDistance;

    /// <summary>Judges a law against the sample that it was fitted to.</summary>
    internal static FittedLaw Judge(DurationLaw law, IReadOnlyList<ParameterEstimate> estimates, DurationSample sample)
    {
        var likelihood = law.LogLikelihood(sample);
        double k = law.Parameters,
            spare = sample.Total - k - 1;
        double? aicc = spare > 0 ? (2 * k) - (2 * likelihood) + (2 * k * (k + 1) / spare) : null;
        return new FittedLaw(law, estimates, likelihood, aicc, DistanceOf(law, sample));
    }

    /// <summary>D of a law and a sample.</summary>
    internal static double DistanceOf(DurationLaw law, DurationSample sample) =>
        EmpiricalDistribution.Of(sample, sample.IsExact ? null : law).DistanceTo(law);
}
