using Simulator.Kernel.Random.Numerics;

namespace Simulator.Kernel.Random;

/// <summary>The law of offset + Y.</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Shifted : Distribution
{
    /// <summary>Shifts a law.</summary>
    /// <param name="offset">What is added, finite, in the unit of the law; may be negative.</param>
    /// <param name="inner">The law of Y.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is not finite.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is missing.</exception>
    public Shifted(double offset, Distribution inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Offset = Require.Finite(offset);
        Inner = inner;
    }

    /// <summary>What is added.</summary>
    public double Offset { get; }

    /// <summary>The law of Y.</summary>
    public Distribution Inner { get; }

    /// <inheritdoc/>
    public override double Mean => Offset + Inner.Mean;

    /// <inheritdoc/>
    public override double Variance => Inner.Variance;

    /// <inheritdoc/>
    public override double Minimum => Offset + Inner.Minimum;

    /// <inheritdoc/>
    public override double Maximum => Offset + Inner.Maximum;

    /// <inheritdoc/>
    public override double Quantile(double u) => Offset + Inner.Quantile(u);

    /// <inheritdoc/>
    public override double InverseCdf(double p) => Offset + Inner.InverseCdf(p);

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Inner.Quantiles(u, x);
        Affine.MultiplyAdd(Offset, 1, x, x);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => Inner.Cdf(x - Offset);

    /// <inheritdoc/>
    public override double Survival(double x) => Inner.Survival(x - Offset);

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) =>
        new Shifted(Offset * Require.Positive(factor), Inner.Scaled(factor));
}
