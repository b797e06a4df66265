using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Fitting;

/// <summary>A share k/n with its interval by Clopper and Pearson, which covers at least as often as it says.</summary>
/// <param name="Share">k/n.</param>
/// <param name="Lower">The β quantile with k and n − k + 1; 0 for k = 0.</param>
/// <param name="Upper">The β quantile with k + 1 and n − k; 1 for k = n.</param>
/// <remarks>Source: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits", 1934.</remarks>
public sealed record BinomialInterval(double Share, double Lower, double Upper)
{
    /// <summary>Estimates a share.</summary>
    /// <param name="count">k, from 0 to n.</param>
    /// <param name="trials">n ≥ 1.</param>
    /// <param name="confidence">Level in (0, 1).</param>
    /// <returns>The share and its interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">k or n out of range.</exception>
    public static BinomialInterval Of(long count, long trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, trials);
        var tail = (1 - confidence) / 2;
        double k = count,
            n = trials;
        return new BinomialInterval(
            k / n,
            count == 0 ? 0 : Beta.InvCDF(k, n - k + 1, tail),
            count == trials ? 1 : Beta.InvCDF(k + 1, n - k, 1 - tail)
        );
    }
}
