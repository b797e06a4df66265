namespace Simulator.Analysis.Estimates;

/// <summary>A ratio of two means estimated from pairs: r = ȳ / x̄ with h = t(n−1, (1+γ)/2) · s(y − r x) / (√n |x̄|).</summary>
public static class PairedRatio
{
    /// <summary>Estimates E[Y] / E[X] from paired replications: r = ȳ / x̄, h = t · s(y − r x) / (√n |x̄|).</summary>
    /// <param name="numerators">One value per replication, shape [n], n ≥ 1, finite; a makespan in seconds, say.</param>
    /// <param name="denominators">
    /// The partner of each numerator from the same replication, shape [n], same unit; their mean is not 0.
    /// </param>
    /// <param name="confidence">Level γ in (0, 1); 0.95 unless told otherwise.</param>
    /// <returns>The ratio, without unit; <c>Plus(−1)</c> makes it a relative deviation.</returns>
    /// <exception cref="ArgumentException">No pair, lengths that differ, a value not finite, or a mean denominator of 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> lies outside (0, 1).</exception>
    /// <remarks>
    /// <para>
    /// A ratio of means, not a mean of ratios. The pairing counts: what moves both values together leaves y − r x
    /// small. The delta method is of first order: the bias is O(1/n), and the interval is short of its level where
    /// s(x) / (x̄ √n) exceeds about 0.1. O(n).
    /// </para>
    /// <para>Source: W. G. Cochran, <i>Sampling Techniques</i>, 3rd ed., 1977, chapter 6.</para>
    /// </remarks>
    public static Estimate OfMeans(
        IReadOnlyList<double> numerators,
        IReadOnlyList<double> denominators,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(numerators);
        ArgumentNullException.ThrowIfNull(denominators);
        Estimate.RequireLevel(confidence);
        if (numerators.Count != denominators.Count)
        {
            throw new ArgumentException(
                $"{numerators.Count} numerators and {denominators.Count} denominators make no pairs.",
                nameof(denominators)
            );
        }

        var above = Estimate.MeanAndSquares(numerators).Mean;
        var below = Estimate.MeanAndSquares(denominators).Mean;
        if (below == 0)
        {
            throw new ArgumentException("The denominators have mean 0.", nameof(denominators));
        }

        var ratio = above / below;
        var rests = new double[numerators.Count];
        for (var index = 0; index < rests.Length; index++)
        {
            rests[index] = numerators[index] - (ratio * denominators[index]);
        }

        var rest = Estimate.FromReplications(rests, confidence);
        return new Estimate(ratio, rest.HalfWidth / Math.Abs(below), rests.Length, confidence);
    }
}
