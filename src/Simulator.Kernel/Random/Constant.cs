namespace Simulator.Kernel.Random;

/// <summary>P(X = value) = 1.</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Constant : Distribution
{
    /// <summary>Makes the law of a single value.</summary>
    /// <param name="value">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public Constant(double value) => Value = Require.Finite(value);

    /// <summary>The only value.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double Variance => 0;

    /// <inheritdoc/>
    public override double Minimum => Value;

    /// <inheritdoc/>
    public override double Maximum => Value;

    /// <inheritdoc/>
    public override double Quantile(double u) => Value;

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Require.SameLength(u.Length, x.Length);
        x.Fill(Value);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => x >= Value ? 1 : 0;

    /// <inheritdoc/>
    public override double Survival(double x) => x >= Value ? 0 : 1;

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) => new Constant(Value * Require.Positive(factor));
}
