namespace Simulator.Kernel.Resources.Networks;

/// <summary>
/// Rates in 2^-34 bit a second and work in what flows at such a rate in a nanosecond: whole numbers, so that sums do not
/// depend on their order, and every bandwidth is exact.
/// </summary>
/// <remarks>A share of a bandwidth is rounded down to 2^-34 bit a second: of 1 Mbit/s by less than 10^-16 of itself.</remarks>
internal static class FixedPoint
{
    /// <summary>No limit.</summary>
    public static readonly UInt128 Unlimited = UInt128.MaxValue;

    private const int FractionBits = 34;
    private const int CoarseBits = 20;

    public static UInt128 Work(DataSize size) => ((UInt128)size.Bits * SimTime.NanosecondsPerSecond) << FractionBits;

    public static UInt128 Rate(DataRate rate) => (UInt128)rate.BitsPerSecond << FractionBits;

    public static UInt128 RateOrUnlimited(DataRate? rate) => rate is { } limit ? Rate(limit) : Unlimited;

    /// <summary>Bits per second.</summary>
    public static double BitsPerSecond(UInt128 rate) => (double)rate / (1L << FractionBits);

    /// <summary>A rate in 2^-14 bit a second: what flows at it in a century fits.</summary>
    public static UInt128 Coarse(UInt128 rate) => rate >> CoarseBits;

    /// <summary>Bits, of what flowed at coarse rates.</summary>
    public static double Bits(UInt128 coarse) =>
        (double)coarse / ((1L << (FractionBits - CoarseBits)) * (double)SimTime.NanosecondsPerSecond);

    public static void CheckSize(DataSize size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size.Bits, nameof(size));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.Bits, 1L << 62, nameof(size));
    }
}
