using Simulator.Kernel;

namespace Simulator.Benchmarks.Updates;

/// <summary>The fastest draws known: xoshiro256+ and ziggurats. Not keyed, so good for a limit only.</summary>
/// <remarks>
/// Sources: D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4), 2021; G. Marsaglia and
/// W. W. Tsang, "The Ziggurat Method for Generating Random Variables", J. Stat. Software 5(8), 2000.
/// </remarks>
internal struct ZigguratSpans() : ISpans
{
    private const double Unit = 1.0 / (1L << 53);
    private const double SignedUnit = 1.0 / (1L << 52);

    private ulong _a = 0x9E3779B97F4A7C15;
    private ulong _b = 0xBF58476D1CE4E5B9;
    private ulong _c = 0x94D049BB133111EB;
    private ulong _d = 0x2545F4914F6CDD1D;

    public long Of(int step, int node)
    {
        var seconds = step switch
        {
            0 => Math.Exp(5.5 + (0.5 * Normal())),
            1 => Math.Exp(3.4 + (0.5 * Normal())),
            2 => Math.Exp(6.4 + (0.3 * Normal())),
            3 => 60 * Exponential(),
            _ => Math.Exp(4.8 + (0.3 * Normal())),
        };
        return (long)(seconds * SimTime.NanosecondsPerSecond);
    }

    private double Normal()
    {
        while (true)
        {
            var bits = Next();
            var layer = (int)(bits & 255);
            var x = (unchecked((long)bits) >> 11) * SignedUnit * Ziggurat.Normal.X[layer];
            if (Math.Abs(x) < Ziggurat.Normal.X[layer + 1])
            {
                return x;
            }

            if (layer == 0)
            {
                return Math.CopySign(NormalTail(), x);
            }

            if (Ziggurat.Normal.IsUnder(layer, Math.Abs(x), Uniform()))
            {
                return x;
            }
        }
    }

    private double NormalTail()
    {
        while (true)
        {
            var beyond = -Math.Log(Uniform()) / Ziggurat.Normal.Start;
            if (-2 * Math.Log(Uniform()) > beyond * beyond)
            {
                return Ziggurat.Normal.Start + beyond;
            }
        }
    }

    private double Exponential()
    {
        while (true)
        {
            var bits = Next();
            var layer = (int)(bits & 255);
            var x = (bits >> 11) * Unit * Ziggurat.Exponential.X[layer];
            if (x < Ziggurat.Exponential.X[layer + 1])
            {
                return x;
            }

            if (layer == 0)
            {
                return Ziggurat.Exponential.Start - Math.Log(Uniform());
            }

            if (Ziggurat.Exponential.IsUnder(layer, x, Uniform()))
            {
                return x;
            }
        }
    }

    private double Uniform() => ((Next() >> 11) + 0.5) * Unit;

    private ulong Next()
    {
        var result = unchecked(_a + _d);
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = System.Numerics.BitOperations.RotateLeft(_d, 45);
        return result;
    }
}
