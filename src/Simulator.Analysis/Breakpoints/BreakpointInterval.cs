using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Breakpoints;

/// <summary>The break of a curve of means with a percentile-bootstrap interval over whole replications.</summary>
/// <param name="Break">The fit to the means over all replications.</param>
/// <param name="Lower">Lower limit of N*; null where too few resamples have a break.</param>
/// <param name="Upper">Upper limit of N*; null where too few resamples have a break.</param>
/// <param name="ShareWithBreak">Share of resamples in which a break was found, in [0, 1].</param>
/// <param name="Confidence">Level γ in (0, 1).</param>
/// <remarks>Immutable.</remarks>
public sealed record BreakpointInterval(
    Breakpoint Break,
    double? Lower,
    double? Upper,
    double ShareWithBreak,
    double Confidence
)
{
    /// <summary>
    /// N* with limits at the (1 ± γ)/2 quantiles of N* refitted to resampled means: whole replications are drawn, because
    /// under common random numbers a replication is late at every N together.
    /// </summary>
    /// <param name="x">Sizes, shape [cells], at least four different ones.</param>
    /// <param name="replications">Times, shape [replications][cells], ≥ 1 replication, rows in index order, finite; NaN where one was not run.</param>
    /// <param name="draw">
    /// draw(resample, position) = index in [0, replications) of the replication to put there; a keyed stream of the caller, so
    /// that the interval is the same in every run.
    /// </param>
    /// <param name="confidence">Level γ in (0, 1); 0.95 unless told otherwise.</param>
    /// <returns>The break with its interval; null where the means have no break.</returns>
    /// <exception cref="ArgumentException">No replication, a row of another length, or a value not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level outside (0, 1), or a drawn index outside its range.</exception>
    /// <remarks>
    /// <para>
    /// The limits reach at least to the tested sizes next to N* on either side: between two of them nothing was tested, so
    /// even replications that are all alike leave N* exact to the grid only.
    /// </para>
    /// <para>400 resamples. Below about 20 replications the interval is too short. O(400 (replications cells + cells²)).</para>
    /// <para>Source: B. Efron and R. J. Tibshirani, <i>An Introduction to the Bootstrap</i>, 1993, section 13.3.</para>
    /// </remarks>
    public static BreakpointInterval? Fit(
        IReadOnlyList<double> x,
        IReadOnlyList<IReadOnlyList<double>> replications,
        Func<int, int, int> draw,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(replications);
        ArgumentNullException.ThrowIfNull(draw);
        Estimate.RequireLevel(confidence);
        var resamples = new Resamples(x.Count, replications, draw);
        if (Breakpoint.Fit(x, resamples.Means()) is not { } whole)
        {
            return null;
        }

        var positions = resamples.Sorted(means => Breakpoint.Fit(x, means)?.Position);
        var share = positions.Count / (double)Resamples.Count;
        var isTold = share > confidence && replications.Count > 1;
        double At(double part) => Resamples.Quantile(positions, part);
        return new BreakpointInterval(
            whole,
            isTold ? Math.Min(At((1 - confidence) / 2), x.Where(size => size < whole.Position).Max()) : null,
            isTold ? Math.Max(At((1 + confidence) / 2), x.Where(size => size > whole.Position).Min()) : null,
            share,
            confidence
        );
    }
}
