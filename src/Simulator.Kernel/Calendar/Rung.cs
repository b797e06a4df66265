using System.Numerics;

namespace Simulator.Kernel.Calendar;

/// <summary>A row of buckets of equal width, a power of two in nanoseconds; buckets are taken from left to right.</summary>
internal sealed class Rung
{
    private const int MaximumBuckets = 1 << 17;
    private const int WantedPerBucket = 12;

    private ChunkList[] _buckets = [];
    private int _bucketCount;
    private long _start;
    private int _shift;
    private int _current;

    public long Width => 1L << _shift;

    /// <summary>Lays out buckets over [minimum, maximum] for a number of entries; returns the first instant beyond.</summary>
    public long Lay(long minimum, long maximum, int entries)
    {
        var wanted = (ulong)Math.Clamp(entries / WantedPerBucket, 8, MaximumBuckets);
        var span = (ulong)(maximum - minimum);
        _shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(span / wanted));
        _bucketCount = (int)(span >> _shift) + 1;
        _start = minimum;
        _current = -1;
        if (_buckets.Length < _bucketCount)
        {
            _buckets = new ChunkList[BitOperations.RoundUpToPowerOf2((uint)_bucketCount)];
        }

        _buckets.AsSpan(0, _bucketCount).Fill(ChunkList.Empty);
        return checked(_start + ((long)_bucketCount << _shift));
    }

    public void Append(in CalendarEntry entry, ChunkPool pool) =>
        pool.Append(ref _buckets[(int)((entry.Time - _start) >> _shift)], entry);

    /// <summary>Takes the entry unless it belongs into a bucket that was taken already, or beyond the last.</summary>
    public bool TryPush(in CalendarEntry entry, ChunkPool pool)
    {
        var bucket = (entry.Time - _start) >> _shift;
        if (bucket <= _current || bucket >= _bucketCount)
        {
            return false;
        }

        pool.Append(ref _buckets[(int)bucket], entry);
        return true;
    }

    public bool TryTakeNext(out ChunkList bucket, out long start)
    {
        while (++_current < _bucketCount)
        {
            if (_buckets[_current].Count > 0)
            {
                bucket = _buckets[_current];
                _buckets[_current] = ChunkList.Empty;
                start = _start + ((long)_current << _shift);
                return true;
            }
        }

        bucket = ChunkList.Empty;
        start = 0;
        return false;
    }
}
