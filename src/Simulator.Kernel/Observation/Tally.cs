namespace Simulator.Kernel.Observation;

/// <summary>Count, mean, variance and range of values, one after the other: m += (x − m)/n, S += (x − m_old)(x − m_new).</summary>
/// <remarks>
/// <para>Not thread-safe; tallies of several threads are merged in a fixed order, because rounding depends on it.</para>
/// <para>Source: B. P. Welford, Technometrics 4(3), 1962; merging: T. F. Chan, G. H. Golub, R. J. LeVeque, 1979.</para>
/// </remarks>
public sealed class Tally
{
    private double _squares;

    /// <summary>Values so far, n.</summary>
    public long Count { get; private set; }

    /// <summary>Arithmetic mean; NaN without a value.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>S / (n − 1), the unbiased variance; NaN with fewer than two values.</summary>
    public double Variance => Count < 2 ? double.NaN : _squares / (Count - 1);

    /// <summary>√<see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Smallest value; NaN without one.</summary>
    public double Minimum { get; private set; } = double.NaN;

    /// <summary>Largest value; NaN without one.</summary>
    public double Maximum { get; private set; } = double.NaN;

    /// <summary>Takes a value in.</summary>
    /// <param name="value">Finite, in the unit of the tally.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A tally takes finite values.");
        }

        if (Count++ == 0)
        {
            (Mean, Minimum, Maximum) = (value, value, value);
            return;
        }

        var difference = value - Mean;
        Mean += difference / Count;
        _squares += difference * (value - Mean);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
    }

    /// <summary>Takes all values of another tally in.</summary>
    /// <param name="other">A tally in the same unit; it stays as it is.</param>
    public void Merge(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
        {
            return;
        }

        if (Count == 0)
        {
            (Count, Mean, _squares) = (other.Count, other.Mean, other._squares);
            (Minimum, Maximum) = (other.Minimum, other.Maximum);
            return;
        }

        var count = Count + other.Count;
        var difference = other.Mean - Mean;
        _squares += other._squares + (difference * difference * ((double)Count * other.Count / count));
        Mean += difference * other.Count / count;
        Minimum = Math.Min(Minimum, other.Minimum);
        Maximum = Math.Max(Maximum, other.Maximum);
        Count = count;
    }
}
