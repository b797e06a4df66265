using Simulator.Kernel.Random.Numerics;

namespace Simulator.Kernel.Random;

/// <summary>F(x) = 1 − (scale/x)^alpha for x ≥ scale; F⁻¹(u) = scale · (1 − u)^(−1/alpha).</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Pareto : Distribution
{
    private readonly double _exponent;

    /// <summary>Makes the Pareto law.</summary>
    /// <param name="scale">Least value, finite and positive.</param>
    /// <param name="alpha">Tail exponent, finite and positive; the mean exists above 1, the variance above 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite and positive.</exception>
    public Pareto(double scale, double alpha)
    {
        Scale = Require.Positive(scale);
        Alpha = Require.Positive(alpha);
        _exponent = -1 / alpha;
    }

    /// <summary>The least value.</summary>
    public double Scale { get; }

    /// <summary>The tail exponent.</summary>
    public double Alpha { get; }

    /// <inheritdoc/>
    public override double Mean => Alpha > 1 ? Alpha * Scale / (Alpha - 1) : double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Variance =>
        Alpha > 2 ? Scale * Scale * Alpha / ((Alpha - 1) * (Alpha - 1) * (Alpha - 2)) : double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Minimum => Scale;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Quantile(double u) => Scale * Elementary.Exp(_exponent * Elementary.Log1p(-u));

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Affine.Multiply(-1, u, x);
        Elementary.Log1p(x, x);
        Affine.Multiply(_exponent, x, x);
        Elementary.Exp(x, x);
        Affine.Multiply(Scale, x, x);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= Scale ? 0 : -Elementary.Expm1(-Alpha * Elementary.Log(x / Scale));

    /// <inheritdoc/>
    public override double Survival(double x) => x <= Scale ? 1 : Elementary.Pow(Scale / x, Alpha);

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) => new Pareto(Scale * Require.Positive(factor), Alpha);
}
