namespace Simulator.Kernel;

/// <summary>A speed of transfer, a whole number of bits per second.</summary>
/// <param name="BitsPerSecond">Bits per second, above 0; 1 Gbit/s = 10^9, 1 GB/s = 8·10^9.</param>
/// <remarks><c>default</c> is no speed and is not a valid capacity.</remarks>
public readonly record struct DataRate(long BitsPerSecond)
{
    /// <summary>The speed in bytes per second.</summary>
    public double BytesPerSecond => BitsPerSecond / 8.0;

    /// <summary>8 · bytes per second.</summary>
    /// <param name="bytes">Bytes per second, above 0 and below 2^60.</param>
    /// <returns>The same speed.</returns>
    public static DataRate FromBytesPerSecond(long bytes) => new(bytes * 8);
}
