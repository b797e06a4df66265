using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Comparisons;

/// <summary>The difference of two means estimated from pairs, d̄ ± t(n−1, (1+γ)/2) · s(d) / √n with dᵢ = yᵢ − xᵢ.</summary>
/// <param name="Difference">The mean difference with its interval, in the unit of the samples.</param>
/// <param name="PValue">Two-sided p-value of "there is no difference", in [0, 1]; null where n = 1 cannot tell.</param>
/// <remarks>Immutable.</remarks>
public sealed record PairedDifference(Estimate Difference, double? PValue)
{
    /// <summary>Estimates E[Y] − E[X] from paired replications: t = d̄ √n / s(d), p = P(|t(n−1)| ≥ |t|).</summary>
    /// <param name="values">y, one value per replication, shape [n], n ≥ 1, finite.</param>
    /// <param name="references">x, the partner of each from the same replication, shape [n], same unit.</param>
    /// <param name="confidence">Level γ in (0, 1); 0.95 unless told otherwise.</param>
    /// <returns>The difference; where all pairs differ by the same, p is 0 for a difference and 1 for none.</returns>
    /// <exception cref="ArgumentException">No pair, lengths that differ, or a value not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> lies outside (0, 1).</exception>
    /// <remarks>
    /// <para>
    /// What moves both values together cancels: under common random numbers the interval is that of the difference alone.
    /// Exact for normal differences. O(n).
    /// </para>
    /// <para>Source: A. M. Law, <i>Simulation Modeling and Analysis</i>, 5th ed., 2015, section 10.2.1.</para>
    /// </remarks>
    public static PairedDifference FromReplications(
        IReadOnlyList<double> values,
        IReadOnlyList<double> references,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(references);
        if (values.Count != references.Count)
        {
            throw new ArgumentException(
                $"{values.Count} values and {references.Count} references make no pairs.",
                nameof(references)
            );
        }

        var difference = Estimate.FromReplications(
            [.. values.Zip(references, (value, reference) => value - reference)],
            confidence
        );
        return new PairedDifference(difference, PValueOf(difference));
    }

    private static double? PValueOf(Estimate difference) =>
        difference.StandardError switch
        {
            null => null,
            0 => difference.Mean == 0 ? 1 : 0,
            { } error => StudentLaw.Outside(difference.Count - 1, Math.Abs(difference.Mean) / error),
        };
}
