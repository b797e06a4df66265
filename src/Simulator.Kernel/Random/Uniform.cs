using Simulator.Kernel.Random.Numerics;

namespace Simulator.Kernel.Random;

/// <summary>F(x) = (x − a)/(b − a) on [a, b].</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Uniform : Distribution
{
    private readonly double _width;

    /// <summary>Makes the uniform law on an interval.</summary>
    /// <param name="minimum">Lower end a, finite.</param>
    /// <param name="maximum">Upper end b, finite, above a.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end or the width is not finite, or a ≥ b.</exception>
    public Uniform(double minimum, double maximum)
    {
        Minimum = Require.Finite(minimum);
        Maximum = Require.Above(minimum, maximum);
        _width = Require.Finite(maximum - minimum);
    }

    /// <inheritdoc/>
    public override double Minimum { get; }

    /// <inheritdoc/>
    public override double Maximum { get; }

    /// <inheritdoc/>
    public override double Mean => Minimum + (0.5 * _width);

    /// <inheritdoc/>
    public override double Variance => _width * _width / 12;

    /// <inheritdoc/>
    public override double Quantile(double u) => Minimum + (u * _width);

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Affine.MultiplyAdd(Minimum, _width, u, x);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => Math.Clamp((x - Minimum) / _width, 0, 1);

    /// <inheritdoc/>
    public override double Survival(double x) => Math.Clamp((Maximum - x) / _width, 0, 1);

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) =>
        new Uniform(Minimum * Require.Positive(factor), Maximum * factor);
}
