namespace Simulator.Kernel;

/// <summary>An amount of data, a whole number of bits.</summary>
/// <param name="Bits">Bits, at least 0; 1 GB = 8·10^9, 1 GiB = 8·2^30.</param>
/// <remarks><c>default</c> is no data at all.</remarks>
public readonly record struct DataSize(long Bits)
{
    /// <summary>The amount in bytes.</summary>
    public double Bytes => Bits / 8.0;

    /// <summary>8 · bytes.</summary>
    /// <param name="bytes">Bytes, at least 0 and below 2^60.</param>
    /// <returns>The same amount.</returns>
    public static DataSize FromBytes(long bytes) => new(bytes * 8);
}
