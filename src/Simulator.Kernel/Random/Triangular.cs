namespace Simulator.Kernel.Random;

/// <summary>Density rising linearly from 0 at min to the mode and falling linearly to 0 at max.</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Triangular : Distribution
{
    private readonly double _width;
    private readonly double _share;

    /// <summary>Makes the triangular law.</summary>
    /// <param name="minimum">Least value, finite.</param>
    /// <param name="mode">Most likely value, from the least to the greatest.</param>
    /// <param name="maximum">Greatest value, finite, above the least.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public Triangular(double minimum, double mode, double maximum)
    {
        Minimum = Require.Finite(minimum);
        Maximum = Require.Above(minimum, maximum);
        _width = Require.Finite(maximum - minimum);
        Mode = Require.Within(minimum, maximum, mode);
        _share = (mode - minimum) / _width;
    }

    /// <summary>The most likely value.</summary>
    public double Mode { get; }

    /// <inheritdoc/>
    public override double Minimum { get; }

    /// <inheritdoc/>
    public override double Maximum { get; }

    /// <inheritdoc/>
    public override double Mean => Minimum + (_width * (1 + _share) / 3);

    /// <inheritdoc/>
    public override double Variance => _width * _width * (1 - (_share * (1 - _share))) / 18;

    /// <inheritdoc/>
    public override double Quantile(double u) =>
        u < _share
            ? Math.Min(Minimum + (_width * Math.Sqrt(u * _share)), Mode)
            : Math.Max(Maximum - (_width * Math.Sqrt((1 - u) * (1 - _share))), Mode);

    /// <inheritdoc/>
    public override double Cdf(double x)
    {
        if (x <= Minimum || x >= Maximum)
        {
            return x <= Minimum ? 0 : 1;
        }

        var below = (x - Minimum) / _width;
        var above = (Maximum - x) / _width;
        return x < Mode ? below * below / _share : 1 - (above * above / (1 - _share));
    }

    /// <inheritdoc/>
    public override double Survival(double x)
    {
        if (x <= Minimum || x >= Maximum)
        {
            return x <= Minimum ? 1 : 0;
        }

        var below = (x - Minimum) / _width;
        var above = (Maximum - x) / _width;
        return x < Mode ? 1 - (below * below / _share) : above * above / (1 - _share);
    }

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) =>
        new Triangular(Minimum * Require.Positive(factor), Mode * factor, Maximum * factor);
}
