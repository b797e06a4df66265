using System.Numerics;

namespace Simulator.Kernel.Observation;

/// <summary>Count, mean, variance, range and quantiles of durations, from exact sums Σ x and Σ x² and a histogram.</summary>
/// <remarks>
/// <para>
/// All that is kept are whole numbers, so merging has no order: parts merged in any way are the whole, to the last bit. Of
/// values in floating point, and for less memory, see <see cref="Tally"/>.
/// </para>
/// <para>O(1) per value, no allocation once the histogram has its size, which is at most 30 kB. Not thread-safe.</para>
/// </remarks>
public sealed class DurationTally
{
    private readonly DurationHistogram _histogram = new();
    private Int128 _sum;
    private UInt128 _squares;
    private UInt128 _squaresAbove;
    private long _minimum = long.MaxValue;
    private long _maximum = long.MinValue;

    /// <summary>Durations so far, n.</summary>
    public long Count { get; private set; }

    /// <summary>Σ x, in nanoseconds.</summary>
    public Int128 Sum => _sum;

    /// <summary>Σ x / n in seconds; NaN without a duration.</summary>
    public double Mean => Count == 0 ? double.NaN : (double)_sum / Count / SimTime.NanosecondsPerSecond;

    /// <summary>(n Σ x² − (Σ x)²) / (n (n − 1)) in square seconds, rounded once; NaN with fewer than two durations.</summary>
    public double Variance
    {
        get
        {
            if (Count < 2)
            {
                return double.NaN;
            }

            var squares = ((BigInteger)_squaresAbove << 128) + _squares;
            var spread = (double)((Count * squares) - ((BigInteger)_sum * _sum));
            return spread / ((double)Count * (Count - 1)) / 1e18;
        }
    }

    /// <summary>√<see cref="Variance"/>, in seconds.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>The shortest; null without one.</summary>
    public SimTime? Minimum => Count == 0 ? null : new SimTime(_minimum);

    /// <summary>The longest; null without one.</summary>
    public SimTime? Maximum => Count == 0 ? null : new SimTime(_maximum);

    /// <summary>Takes a duration in.</summary>
    /// <param name="duration">At least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public void Add(SimTime duration)
    {
        var nanoseconds = duration.Nanoseconds;
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds, nameof(duration));
        Count++;
        _sum += nanoseconds;
        AddSquares((UInt128)nanoseconds * (ulong)nanoseconds);
        _minimum = Math.Min(_minimum, nanoseconds);
        _maximum = Math.Max(_maximum, nanoseconds);
        _histogram.Add(nanoseconds);
    }

    /// <summary>Takes all durations of another tally in.</summary>
    /// <param name="other">A tally of the same thing; it stays as it is.</param>
    public void Merge(DurationTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Count += other.Count;
        _sum += other._sum;
        _squaresAbove += other._squaresAbove;
        AddSquares(other._squares);
        _minimum = Math.Min(_minimum, other._minimum);
        _maximum = Math.Max(_maximum, other._maximum);
        _histogram.Merge(other._histogram);
    }

    /// <summary>The ⌈n p⌉-th smallest duration, too large by less than 1/64 of itself and never too small.</summary>
    /// <param name="p">In [0, 1].</param>
    /// <returns>The quantile, exact below 128 ns and for the longest; null without a duration.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public SimTime? Quantile(double p)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "The share of a quantile lies in [0, 1].");
        }

        var rank = Math.Clamp((long)Math.Ceiling(Count * p), Math.Min(1, Count), Count);
        return Count == 0 ? null : new SimTime(Math.Min(_histogram.UpperEdgeOf(rank), _maximum));
    }

    private void AddSquares(UInt128 squares)
    {
        _squares = unchecked(_squares + squares);
        _squaresAbove += _squares < squares ? UInt128.One : UInt128.Zero;
    }
}
