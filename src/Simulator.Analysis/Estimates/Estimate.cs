namespace Simulator.Analysis.Estimates;

/// <summary>A mean with its two-sided confidence interval: x̄ ± h, h = t(n−1, (1+γ)/2) · s / √n.</summary>
/// <param name="Mean">Sample mean, in the unit of the samples.</param>
/// <param name="HalfWidth">Half-width h in the same unit, ≥ 0; null where one sample (n = 1) gives no interval.</param>
/// <param name="Count">Number n of independent replications behind the mean, ≥ 1.</param>
/// <param name="Confidence">Level γ in (0, 1).</param>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed record Estimate(double Mean, double? HalfWidth, int Count, double Confidence)
{
    /// <summary>Lower limit x̄ − h; null where n = 1.</summary>
    public double? Lower => Mean - HalfWidth;

    /// <summary>Upper limit x̄ + h; null where n = 1.</summary>
    public double? Upper => Mean + HalfWidth;

    /// <summary>Standard error s / √n = h / t(n−1, (1+γ)/2), in the unit of the mean; null where n = 1.</summary>
    public double? StandardError => HalfWidth / StudentLaw.TwoSided(Math.Max(1, Count - 1), Confidence);

    /// <summary>Relative half-width h / |x̄|; null where n = 1 or where the mean is 0 and h is not.</summary>
    public double? RelativeHalfWidth
    {
        get
        {
            if (HalfWidth is not { } half)
            {
                return null;
            }

            if (half == 0)
            {
                return 0;
            }

            return Mean == 0 ? null : half / Math.Abs(Mean);
        }
    }

    /// <summary>Estimates a mean from independent replications by Student's t: h = t(n−1, (1+γ)/2) · s / √n.</summary>
    /// <param name="samples">
    /// One value per replication, shape [n], n ≥ 1, all finite and in one unit (a rollout time in seconds, say).
    /// The order does not matter to the value, but the last bits of the sum follow it.
    /// </param>
    /// <param name="confidence">Level γ in (0, 1); 0.95 unless told otherwise.</param>
    /// <returns>The estimate, in the unit of <paramref name="samples"/>; without an interval where n = 1.</returns>
    /// <exception cref="ArgumentException">No sample, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> lies outside (0, 1).</exception>
    /// <remarks>
    /// <para>Exact for normal samples; for skewed ones the true coverage is below γ until n is large. O(n).</para>
    /// <para>Source: A. M. Law, <i>Simulation Modeling and Analysis</i>, 5th ed., 2015, section 4.5.</para>
    /// </remarks>
    public static Estimate FromReplications(IReadOnlyList<double> samples, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(samples);
        RequireLevel(confidence);
        var (mean, squares) = MeanAndSquares(samples);
        var n = samples.Count;
        double? half = n < 2 ? null : StudentLaw.TwoSided(n - 1, confidence) * Math.Sqrt(squares / (n - 1.0) / n);
        return new Estimate(mean, half, n, confidence);
    }

    /// <summary>The estimate of the same quantity plus a known constant: x̄ + a ± h.</summary>
    /// <param name="offset">Constant a, finite, in the unit of the mean.</param>
    /// <returns>The shifted estimate, with the same half-width.</returns>
    public Estimate Plus(double offset) => this with { Mean = Mean + offset };

    /// <summary>The estimate of the same quantity times a known constant: a x̄ ± |a| h.</summary>
    /// <param name="factor">Constant a, finite; a change of unit, or one over an exactly known time.</param>
    /// <returns>The scaled estimate.</returns>
    public Estimate Times(double factor) =>
        this with
        {
            Mean = Mean * factor,
            HalfWidth = HalfWidth * Math.Abs(factor),
        };

    internal static void RequireLevel(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A level lies between 0 and 1.");
        }
    }

    /// <summary>Mean and sum of squared deviations; a constant sample gives exactly its value and exactly 0.</summary>
    internal static (double Mean, double Squares) MeanAndSquares(IReadOnlyList<double> samples)
    {
        if (samples.Count == 0)
        {
            throw new ArgumentException("An estimate needs at least one sample.", nameof(samples));
        }

        double mean = samples[0],
            squares = 0;
        for (var index = 0; index < samples.Count; index++)
        {
            var value = samples[index];
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"Sample {index} is {value}; samples must be finite.", nameof(samples));
            }

            var step = value - mean;
            mean += step / (index + 1);
            squares += step * (value - mean);
        }

        return (mean, Math.Max(squares, 0));
    }
}
