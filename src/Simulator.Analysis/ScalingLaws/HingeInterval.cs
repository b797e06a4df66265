using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.ScalingLaws;

/// <summary>N* of the hinge T = a + b max(0, N − N*), with limits from resampled replications.</summary>
/// <param name="Position">N* fitted to the means over all replications.</param>
/// <param name="Lower">Lower limit, no greater than the nearest tested size at or below N*; null with fewer than two replications.</param>
/// <param name="Upper">Upper limit, no less than the nearest tested size at or above N*; null with fewer than two replications.</param>
/// <remarks>Immutable.</remarks>
public sealed record HingeInterval(double Position, double? Lower, double? Upper)
{
    /// <summary>
    /// N* with limits at the (1 ± γ)/2 quantiles of N* refitted to resampled means, widened to the tested sizes on either side:
    /// between two sizes no data tells one N* from another.
    /// </summary>
    /// <param name="nodes">Sizes, shape [cells], rising, at least three.</param>
    /// <param name="replications">Seconds, shape [replications][cells], rows in index order, finite; NaN where one was not run.</param>
    /// <param name="draw">
    /// draw(resample, position) = index in [0, replications) of the replication to put there; a keyed stream of the caller.
    /// </param>
    /// <param name="confidence">Level γ in (0, 1).</param>
    /// <returns>N* and its interval; null where the means have no knee.</returns>
    /// <exception cref="ArgumentException">No replication, or a row of another length.</exception>
    /// <remarks>
    /// Whole replications are drawn, because under common random numbers one is late at every N together. The interval holds
    /// the noise of sampling and the gaps of the grid, not the misfit of the form: a staircase is no hinge. 400 refits.
    /// Source: B. Efron and R. J. Tibshirani, <i>An Introduction to the Bootstrap</i>, 1993, section 13.3.
    /// </remarks>
    public static HingeInterval? Fit(
        IReadOnlyList<double> nodes,
        IReadOnlyList<IReadOnlyList<double>> replications,
        Func<int, int, int> draw,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(replications);
        ArgumentNullException.ThrowIfNull(draw);
        Estimate.RequireLevel(confidence);
        var resamples = new Resamples(nodes.Count, replications, draw);
        if (Knee(nodes, resamples.Means()) is not { } whole)
        {
            return null;
        }

        if (replications.Count < 2)
        {
            return new HingeInterval(whole, null, null);
        }

        var knees = resamples.Sorted(means => Knee(nodes, means));
        var below = nodes.Where(size => size <= whole).DefaultIfEmpty(whole).Max();
        var above = nodes.Where(size => size >= whole).DefaultIfEmpty(whole).Min();
        return new HingeInterval(
            whole,
            Math.Min(below, Resamples.Quantile(knees, (1 - confidence) / 2)),
            Math.Max(above, Resamples.Quantile(knees, (1 + confidence) / 2))
        );
    }

    private static double? Knee(IReadOnlyList<double> nodes, double[] means)
    {
        var curve = WeightedCurve.From([.. nodes.Select((size, cell) => new CurvePoint(size, means[cell]))]);
        return FormFit.Best(GrowthForm.Hinge, curve)?.Law is { Slope: > 0 } law ? law.Shape : null;
    }
}
