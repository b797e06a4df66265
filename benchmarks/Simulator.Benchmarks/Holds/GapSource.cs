using System.Numerics;

namespace Simulator.Benchmarks.Holds;

/// <summary>Gaps of mean 1 s that are exponential but for a coarse mantissa: cheap, so that the engine is measured.</summary>
public struct GapSource(ulong seed)
{
    private ulong _state = unchecked((seed + 1) * 0x9E3779B97F4A7C15UL) | 1;

    /// <summary>−ln u by xorshift, the exponent of u and a quadratic in its mantissa.</summary>
    public long Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        var bits = _state | 1;
        var exponent = BitOperations.LeadingZeroCount(bits);
        var mantissa = (double)(bits << exponent) / 9_223_372_036_854_775_808.0;
        var logarithm = (mantissa - 1) * (1.3465 - (0.3465 * (mantissa - 1)));
        return (long)(1e9 * 0.6931 * (exponent + 1 - (logarithm * 0.999)));
    }
}
