using System.Runtime.InteropServices;

namespace Simulator.Analysis.Fitting.Samples;

/// <summary>Merges observations as they come, so that a sample of millions takes the memory of thousands.</summary>
/// <remarks>
/// Equal observations are merged exactly. Beyond <see cref="MostDistinct"/> distinct ones, those whose upper end and width
/// agree in their leading 10 binary digits (0.1 %) are merged into their mean; a fitted parameter moves by less than
/// 10⁻⁶ of itself. The result depends on the order of adding only in last bits. Not thread-safe.
/// </remarks>
public sealed class DurationSampleBuilder
{
    /// <summary>Distinct observations that are kept apart.</summary>
    public const int MostDistinct = 10_000;

    private const int DroppedBits = 52 - 10;
    private Dictionary<(long High, long Width), Cell> _cells = [];
    private bool _isCoarse;

    /// <summary>Adds one observation.</summary>
    /// <param name="low">Lower end in seconds, finite, ≥ 0.</param>
    /// <param name="high">Upper end: the same for a known duration, above it for an interval, +∞ for one not ended.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are out of their range.</exception>
    public void Add(double low, double high)
    {
        if (!(low >= 0 && double.IsFinite(low) && high >= low && high > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(low), $"({low}, {high}] holds no duration above 0.");
        }

        Add(new Cell(1, high, high - low, low), KeyOf(low, high));
        if (!_isCoarse && _cells.Count > MostDistinct)
        {
            _isCoarse = true;
            var fine = _cells.Values;
            _cells = [];
            foreach (var cell in fine)
            {
                var entry = cell.Mean();
                Add(cell, KeyOf(entry.Low, entry.High));
            }
        }
    }

    /// <summary>The sample of all that was added.</summary>
    /// <returns>The sample.</returns>
    public DurationSample Build() => new(_cells.Values.Select(cell => cell.Mean()));

    private void Add(Cell cell, (long High, long Width) key)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, key, out _);
        sum = new Cell(sum.Count + cell.Count, sum.Highs + cell.Highs, sum.Widths + cell.Widths, sum.Lows + cell.Lows);
    }

    private (long High, long Width) KeyOf(double low, double high)
    {
        var dropped = _isCoarse ? DroppedBits : 0;
        var place = double.IsPositiveInfinity(high) ? low : high;
        var width = double.IsPositiveInfinity(high) ? double.PositiveInfinity : high - low;
        return (BitConverter.DoubleToInt64Bits(place) >> dropped, BitConverter.DoubleToInt64Bits(width) >> dropped);
    }

    /// <summary>Sums over merged observations; with equal ends they stay equal, an end of 0 stays 0.</summary>
    private readonly record struct Cell(double Count, double Highs, double Widths, double Lows)
    {
        public Observation Mean()
        {
            var high = Highs / Count;
            return new Observation(Widths == 0 ? high : Lows / Count, high, Count);
        }
    }
}
