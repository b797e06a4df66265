namespace Simulator.Analysis.Tests.Fitting;

/// <summary>Uniform numbers in (0, 1) by two keys: the finaliser of SplitMix64, twice.</summary>
internal static class Keyed
{
    public static double Uniform(int row, int column) =>
        (Mix(unchecked(Mix((uint)row) + (uint)column)) >> 12) * Math.Pow(2, -52) + Math.Pow(2, -53);

    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x += 0x9E3779B97F4A7C15UL;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
