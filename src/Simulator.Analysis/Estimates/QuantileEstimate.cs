namespace Simulator.Analysis.Estimates;

/// <summary>A quantile read off a sample, X₍⌈np⌉₎, enclosed by two order statistics [X₍l₎, X₍u₎].</summary>
/// <param name="Probability">p of the quantile, in (0, 1).</param>
/// <param name="Value">The order statistic of rank ⌈np⌉, in the unit of the samples.</param>
/// <param name="Lower">Lower limit X₍l₎.</param>
/// <param name="Upper">Upper limit X₍u₎.</param>
/// <param name="Ranks">The ranks l and u with their exact coverage.</param>
/// <param name="Count">Number n of replications.</param>
/// <remarks>Immutable. A quantile that is not estimable is a null reference, never a number.</remarks>
public sealed record QuantileEstimate(
    double Probability,
    double Value,
    double Lower,
    double Upper,
    OrderStatisticRanks Ranks,
    int Count
)
{
    /// <summary>Estimates a quantile without assuming a law: value X₍⌈np⌉₎, limits at the closest ranks of level γ.</summary>
    /// <param name="samples">One value per replication, shape [n], all finite, any order, one unit.</param>
    /// <param name="probability">p in (0, 1), 0.95 for the 95th percentile.</param>
    /// <param name="confidence">Level γ in (0, 1); 0.95 unless told otherwise.</param>
    /// <returns>
    /// The estimate, or null = "not estimable" where no two-sided interval of the level exists: below n = 6 for the
    /// median, 59 for p95 and 299 for p99 at 95 %.
    /// </returns>
    /// <exception cref="ArgumentException">A sample that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability or level outside (0, 1).</exception>
    /// <remarks>
    /// <para>The value is the step inverse of the sample, without interpolation. O(n log n).</para>
    /// <para>Source: H. A. David and H. N. Nagaraja, <i>Order Statistics</i>, 3rd ed., 2003, section 7.1.</para>
    /// </remarks>
    public static QuantileEstimate? FromReplications(
        IReadOnlyList<double> samples,
        double probability,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(samples);
        Estimate.RequireLevel(confidence);
        if (samples.Count < OrderStatisticRanks.FewestReplications(probability, confidence))
        {
            return null;
        }

        foreach (var sample in samples)
        {
            if (!double.IsFinite(sample))
            {
                throw new ArgumentException($"A sample is {sample}; samples must be finite.", nameof(samples));
            }
        }

        if (OrderStatisticRanks.Closest(samples.Count, probability, confidence) is not { } ranks)
        {
            return null;
        }

        var sorted = samples.Order().ToArray();
        // a hair below n p, so that 0.95 of 100 is rank 95 although 0.95 * 100 may round above it
        var rank = Math.Clamp((int)Math.Ceiling((sorted.Length * probability) - 1e-9), 1, sorted.Length);
        return new QuantileEstimate(
            probability,
            sorted[rank - 1],
            sorted[ranks.Lower - 1],
            sorted[ranks.Upper - 1],
            ranks,
            sorted.Length
        );
    }
}
