namespace Simulator.Kernel.Random;

/// <summary>Each value of a sample with equal probability; F⁻¹(u) = x₍⌈n u⌉₎, a step function, no interpolation.</summary>
/// <remarks>Thread safety: immutable.</remarks>
public sealed record Empirical : Distribution
{
    private readonly double[] _sorted;

    /// <summary>Makes the law of a sample.</summary>
    /// <param name="sample">Shape [n], n ≥ 1, all finite, in one unit, in any order; copied.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public Empirical(ReadOnlySpan<double> sample)
    {
        if (sample.IsEmpty)
        {
            throw new ArgumentException("The sample has 0 values; at least 1 is needed.", nameof(sample));
        }

        foreach (var value in sample)
        {
            Require.Finite(value, nameof(sample));
        }

        _sorted = sample.ToArray();
        Array.Sort(_sorted);
        Mean = Average(_sorted, 0, 1);
        Variance = Average(_sorted, Mean, 2);
    }

    /// <summary>The sample in ascending order, shape [n].</summary>
    public ReadOnlyMemory<double> Sample => _sorted;

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double Minimum => _sorted[0];

    /// <inheritdoc/>
    public override double Maximum => _sorted[^1];

    /// <inheritdoc/>
    public override double Quantile(double u) =>
        _sorted[Math.Clamp((int)Math.Ceiling(_sorted.Length * u) - 1, 0, _sorted.Length - 1)];

    /// <inheritdoc/>
    public override double Cdf(double x) => (double)CountUpTo(x) / _sorted.Length;

    /// <inheritdoc/>
    public override double Survival(double x) => (double)(_sorted.Length - CountUpTo(x)) / _sorted.Length;

    /// <inheritdoc/>
    public override Distribution Scaled(double factor)
    {
        Require.Positive(factor);
        return new Empirical(Array.ConvertAll(_sorted, value => value * factor));
    }

    /// <summary>Equal samples.</summary>
    /// <param name="other">Another law.</param>
    /// <returns>Whether both hold the same values as often.</returns>
    public bool Equals(Empirical? other) => other is not null && _sorted.AsSpan().SequenceEqual(other._sorted);

    /// <inheritdoc/>
    public override int GetHashCode() => (_sorted.Length, Mean, Minimum, Maximum).GetHashCode();

    private int CountUpTo(double x)
    {
        var low = 0;
        var high = _sorted.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_sorted[middle] <= x)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The mean of (x − centre)^power, power 1 or 2, summed with Neumaier's compensation.</summary>
    private static double Average(double[] sorted, double centre, int power)
    {
        var sum = 0.0;
        var lost = 0.0;
        foreach (var value in sorted)
        {
            var term = power == 1 ? value - centre : (value - centre) * (value - centre);
            var next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        return (sum + lost) / sorted.Length;
    }
}
