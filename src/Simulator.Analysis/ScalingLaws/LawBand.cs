using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.ScalingLaws;

/// <summary>What chance leaves open of a law: limits of its numbers and of the mean T(N) that it gives, tested or not.</summary>
/// <remarks>
/// Percentile limits over 400 resamples of whole replications, because under common random numbers one is late at every N
/// together. They hold the noise of sampling, not the misfit of the form: what another form would say is seen in the
/// runner-up. Source: B. Efron and R. J. Tibshirani, <i>An Introduction to the Bootstrap</i>, 1993, section 13.3. Immutable.
/// </remarks>
public sealed class LawBand
{
    private readonly ScalingLaw[] _laws;
    private readonly double _confidence;

    private LawBand(ScalingLaw[] laws, double confidence) => (_laws, _confidence) = (laws, confidence);

    /// <summary>Limits of a in seconds.</summary>
    public (double Lower, double Upper) Constant => Limits(law => law.Constant);

    /// <summary>Limits of b in seconds per φ.</summary>
    public (double Lower, double Upper) Slope => Limits(law => law.Slope);

    /// <summary>Limits of c in seconds.</summary>
    public (double Lower, double Upper) Curvature => Limits(law => law.Curvature);

    /// <summary>Limits of θ; null for forms without, and for the staircase, whose k is held.</summary>
    public (double Lower, double Upper)? Shape =>
        _laws[0] is { Form: GrowthForm.Staircase } or { Shape: null } ? null : Limits(law => law.Shape!.Value);

    /// <summary>Limits of the law's mean T(N) in seconds.</summary>
    /// <param name="nodes">N ≥ 1.</param>
    public (double Lower, double Upper) At(double nodes) => Limits(law => law.SecondsAt(nodes));

    /// <summary>Fits a law's form anew to the means of resampled replications.</summary>
    /// <param name="law">The law, as it was chosen.</param>
    /// <param name="points">The curve that it was fitted to, shape [cells], rising N; its errors weigh the refits as well.</param>
    /// <param name="replications">
    /// Seconds, shape [replications][cells], rows in index order, finite; NaN where one was not run.
    /// </param>
    /// <param name="draw">
    /// draw(resample, position) = index in [0, replications) of the replication to put there; a keyed stream of the caller.
    /// </param>
    /// <param name="confidence">Level γ in (0, 1); limits are the (1 ± γ)/2 quantiles.</param>
    /// <returns>The band; null with fewer than two replications.</returns>
    /// <exception cref="ArgumentException">A row of another length, or a cell without any time.</exception>
    /// <remarks>400 refits: some 0.1 s for 15 sizes.</remarks>
    public static LawBand? Of(
        ScalingLaw law,
        IReadOnlyList<CurvePoint> points,
        IReadOnlyList<IReadOnlyList<double>> replications,
        Func<int, int, int> draw,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(replications);
        ArgumentNullException.ThrowIfNull(draw);
        Estimate.RequireLevel(confidence);
        if (replications.Count < 2)
        {
            return null;
        }

        var resamples = new Resamples(points.Count, replications, draw);
        return new LawBand([.. resamples.All().Select(means => Refit(law, points, means))], confidence);
    }

    private static ScalingLaw Refit(ScalingLaw law, IReadOnlyList<CurvePoint> points, double[] means)
    {
        var curve = WeightedCurve.From([.. points.Select((point, cell) => point with { Seconds = means[cell] })]);
        var refit =
            law.Form == GrowthForm.Staircase ? FormFit.At(curve, law.Form, law.Shape) : FormFit.Best(law.Form, curve);
        return refit?.Law ?? law;
    }

    private (double Lower, double Upper) Limits(Func<ScalingLaw, double> number)
    {
        var sorted = _laws.Select(number).Order().ToList();
        return (Resamples.Quantile(sorted, (1 - _confidence) / 2), Resamples.Quantile(sorted, (1 + _confidence) / 2));
    }
}
