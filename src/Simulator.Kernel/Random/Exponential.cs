using Simulator.Kernel.Random.Numerics;

namespace Simulator.Kernel.Random;

/// <summary>F(x) = 1 − e^(−x/mean) for x ≥ 0; F⁻¹(u) = −mean · ln(1 − u).</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Exponential : Distribution
{
    /// <summary>Makes the exponential law of a mean.</summary>
    /// <param name="mean">Finite and positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is not finite and positive.</exception>
    public Exponential(double mean) => Mean = Require.Positive(mean);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance => Mean * Mean;

    /// <inheritdoc/>
    public override double Minimum => 0;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <summary>Makes the exponential law of a rate: mean = 1/rate.</summary>
    /// <param name="rate">Events per unit of the values; finite and positive.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not finite and positive.</exception>
    public static Exponential FromRate(double rate) => new(1 / Require.Positive(rate));

    /// <inheritdoc/>
    public override double Quantile(double u) => -Mean * Elementary.Log1p(-u);

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Affine.Multiply(-1, u, x);
        Elementary.Log1p(x, x);
        Affine.Multiply(-Mean, x, x);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= 0 ? 0 : -Elementary.Expm1(-x / Mean);

    /// <inheritdoc/>
    public override double Survival(double x) => x <= 0 ? 1 : Elementary.Exp(-x / Mean);

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) => new Exponential(Mean * Require.Positive(factor));
}
