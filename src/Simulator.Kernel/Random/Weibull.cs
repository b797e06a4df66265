using Simulator.Kernel.Random.Numerics;

namespace Simulator.Kernel.Random;

/// <summary>F(x) = 1 − e^(−(x/scale)^shape) for x ≥ 0; F⁻¹(u) = scale · (−ln(1 − u))^(1/shape).</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Weibull : Distribution
{
    private readonly double _inverseShape;

    /// <summary>Makes the Weibull law.</summary>
    /// <param name="shape">k, finite and positive; below 1 the hazard falls with age.</param>
    /// <param name="scale">The quantile at 1 − 1/e, finite and positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite and positive.</exception>
    public Weibull(double shape, double scale)
    {
        Shape = Require.Positive(shape);
        Scale = Require.Positive(scale);
        _inverseShape = 1 / shape;
    }

    /// <summary>The exponent k.</summary>
    public double Shape { get; }

    /// <summary>The quantile at 1 − 1/e.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Mean => Scale * Elementary.Gamma(1 + _inverseShape);

    /// <inheritdoc/>
    public override double Variance
    {
        get
        {
            var first = Elementary.Gamma(1 + _inverseShape);
            var second = Elementary.Gamma(1 + (2 * _inverseShape));
            return double.IsFinite(second) ? Scale * Scale * (second - (first * first)) : second;
        }
    }

    /// <inheritdoc/>
    public override double Minimum => 0;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Quantile(double u) =>
        Scale * Elementary.Exp(_inverseShape * Elementary.Log(-Elementary.Log1p(-u)));

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Affine.Multiply(-1, u, x);
        Elementary.Log1p(x, x);
        Affine.Multiply(-1, x, x);
        Elementary.Log(x, x);
        Affine.Multiply(_inverseShape, x, x);
        Elementary.Exp(x, x);
        Affine.Multiply(Scale, x, x);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= 0 ? 0 : -Elementary.Expm1(-Elementary.Pow(x / Scale, Shape));

    /// <inheritdoc/>
    public override double Survival(double x) => x <= 0 ? 1 : Elementary.Exp(-Elementary.Pow(x / Scale, Shape));

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) => new Weibull(Shape, Scale * Require.Positive(factor));
}
