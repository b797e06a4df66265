using Simulator.Kernel.Random.Numerics;

namespace Simulator.Kernel.Random;

/// <summary>F(x) = Φ((ln x − μ)/σ) for x &gt; 0; F⁻¹(u) = e^(μ + σ Φ⁻¹(u)).</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Lognormal : Distribution
{
    /// <summary>Makes the law of e^(μ + σ Z), Z standard normal.</summary>
    /// <param name="mu">Mean μ of the logarithm, finite.</param>
    /// <param name="sigma">Standard deviation σ of the logarithm, finite and positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public Lognormal(double mu, double sigma)
    {
        Mu = Require.Finite(mu);
        Sigma = Require.Positive(sigma);
    }

    /// <summary>Mean of the logarithm.</summary>
    public double Mu { get; }

    /// <summary>Standard deviation of the logarithm.</summary>
    public double Sigma { get; }

    /// <inheritdoc/>
    public override double Mean => Elementary.Exp(Mu + (0.5 * Sigma * Sigma));

    /// <inheritdoc/>
    public override double Variance => Elementary.Expm1(Sigma * Sigma) * Elementary.Exp((2 * Mu) + (Sigma * Sigma));

    /// <inheritdoc/>
    public override double Minimum => 0;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <summary>Makes the law with a given median and one more quantile: μ = ln median, σ = ln(value/median)/Φ⁻¹(p).</summary>
    /// <param name="median">Finite and positive.</param>
    /// <param name="p">Probability of the second quantile, in (0, 1) but not 1/2.</param>
    /// <param name="value">The second quantile: above the median for p &gt; 1/2, below it for p &lt; 1/2.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static Lognormal FromMedianAndQuantile(double median, double p, double value)
    {
        Require.Positive(median);
        Require.Probability(p);
        Require.Positive(value);
        var z = Elementary.NormalQuantile(p);
        var sigma = Elementary.Log(value / median) / z;
        return double.IsFinite(sigma) && sigma > 0
            ? new Lognormal(Elementary.Log(median), sigma)
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                $"No lognormal law has median {median} and {value} as its quantile at {p}."
            );
    }

    /// <inheritdoc/>
    public override double Quantile(double u) => Elementary.Exp(Mu + (Sigma * Elementary.NormalQuantile(u)));

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Elementary.NormalQuantile(u, x);
        Affine.MultiplyAdd(Mu, Sigma, x, x);
        Elementary.Exp(x, x);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= 0 ? 0 : Elementary.NormalCdf((Elementary.Log(x) - Mu) / Sigma);

    /// <inheritdoc/>
    public override double Survival(double x) =>
        x <= 0 ? 1 : Elementary.NormalSurvival((Elementary.Log(x) - Mu) / Sigma);

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) =>
        new Lognormal(Mu + Elementary.Log(Require.Positive(factor)), Sigma);
}
