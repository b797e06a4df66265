using System.Numerics;

namespace Simulator.Kernel.Observation;

/// <summary>Counts of durations by bins: one a nanosecond below 128, then 64 of equal width to each power of two.</summary>
/// <remarks>Source: the bins of HdrHistogram (G. Tene, 2012), two significant digits.</remarks>
internal sealed class DurationHistogram
{
    private const int Exact = 128;
    private const int PerOctave = 64;
    private const int OctaveBits = 6;

    private long[] _counts = [];

    public void Add(long nanoseconds)
    {
        var bin = BinOf(nanoseconds);
        Reach(bin + 1);
        _counts[bin]++;
    }

    public void Merge(DurationHistogram other)
    {
        Reach(other._counts.Length);
        for (var bin = 0; bin < other._counts.Length; bin++)
        {
            _counts[bin] += other._counts[bin];
        }
    }

    /// <summary>The largest duration of the bin that holds the rank-th smallest, from 1.</summary>
    public long UpperEdgeOf(long rank)
    {
        var bin = 0;
        for (var below = _counts[0]; below < rank; below += _counts[bin])
        {
            bin++;
        }

        return UpperEdge(bin);
    }

    private static int BinOf(long nanoseconds)
    {
        if (nanoseconds < Exact)
        {
            return (int)nanoseconds;
        }

        var shift = BitOperations.Log2((ulong)nanoseconds) - OctaveBits;
        return (shift * PerOctave) + (int)(nanoseconds >> shift);
    }

    private static long UpperEdge(int bin)
    {
        if (bin < Exact)
        {
            return bin;
        }

        var shift = (bin / PerOctave) - 1;
        var place = (ulong)(bin - (shift * PerOctave));
        return (long)(((place + 1) << shift) - 1);
    }

    private void Reach(int bins)
    {
        if (bins > _counts.Length)
        {
            Array.Resize(ref _counts, Math.Max(bins, 2 * _counts.Length));
        }
    }
}
