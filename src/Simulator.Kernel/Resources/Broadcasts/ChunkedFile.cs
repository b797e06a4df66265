namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>A file cut in M chunks of one size, F / M, a fraction of a bit included.</summary>
public sealed record ChunkedFile
{
    /// <summary>Cuts a file.</summary>
    /// <param name="size">F, at least 1 bit, at most 2^62 bits.</param>
    /// <param name="chunks">M, from 1 to the number of bits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public ChunkedFile(DataSize size, int chunks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Bits, chunks, nameof(size));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.Bits, 1L << 62, nameof(size));
        (Size, Chunks) = (size, chunks);
    }

    /// <summary>F.</summary>
    public DataSize Size { get; }

    /// <summary>M.</summary>
    public int Chunks { get; }

    /// <summary>A chunk in what flows at a bit a second in a nanosecond, times M: F · 10^9.</summary>
    internal UInt128 ChunkWork => (UInt128)Size.Bits * SimTime.NanosecondsPerSecond;

    /// <summary>count · F / (M rate), rounded up to the nanosecond: the time of so many chunks one after the other.</summary>
    /// <param name="rate">Above 0.</param>
    /// <param name="count">Chunks, from 0 to 2^31.</param>
    /// <returns>The time; one beyond 100 years is just that.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public SimTime TimeOf(DataRate rate, long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate.BitsPerSecond, 1, nameof(rate));
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1L << 31);
        var speed = (UInt128)rate.BitsPerSecond * (ulong)Chunks;
        var nanoseconds = ((ChunkWork * (ulong)count) + speed - 1) / speed;
        return new SimTime((long)UInt128.Min(nanoseconds, (ulong)SimTime.Horizon.Nanoseconds + 1));
    }
}
