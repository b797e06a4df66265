namespace Simulator.Analysis.Tests.Estimates;

/// <summary>A small deterministic stream for statistical tests: SplitMix64 on a counter.</summary>
internal sealed class KeyedUniforms(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next uniform number in (0, 1).</summary>
    public double Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            return ((mixed >> 12) + 0.5) * Math.Pow(2, -52);
        }
    }

    /// <summary>The next standard normal number (Box-Muller, one of the pair).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(Next())) * Math.Cos(2 * Math.PI * Next());
}
