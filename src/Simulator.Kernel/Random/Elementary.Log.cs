using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    // log(1 + f) = f − f²/2 + s (f²/2 + R(s²)), s = f / (2 + f), |s| ≤ 0.1716; |error of R| < 2^-58.45 (fdlibm e_log.c)
    private const double L1 = 6.666666666666735130e-01;
    private const double L2 = 3.999999999940941908e-01;
    private const double L3 = 2.857142874366239149e-01;
    private const double L4 = 2.222219843214978396e-01;
    private const double L5 = 1.818357216161805012e-01;
    private const double L6 = 1.531383769920937332e-01;
    private const double L7 = 1.479819860511658591e-01;

    /// <summary>ln x.</summary>
    /// <param name="x">A real number; 0 gives −∞, a negative number gives NaN.</param>
    /// <returns>The logarithm, within 1 ulp; monotone in <paramref name="x"/>.</returns>
    public static double Log(double x)
    {
        if (x >= SmallestNormal && x <= double.MaxValue)
        {
            var high = LogParts(x, 0, out var low);
            return high + low;
        }

        return LogOfException(x);
    }

    /// <summary>ln(1 + x), accurate for small x too.</summary>
    /// <param name="x">A number above −1; −1 gives −∞, less gives NaN.</param>
    /// <returns>The logarithm, within 1 ulp; monotone in <paramref name="x"/>.</returns>
    public static double Log1p(double x)
    {
        var sum = 1 + x;
        if (sum >= SmallestNormal && sum <= double.MaxValue)
        {
            var lost = SumError(1, x, sum);
            var high = LogParts(sum, lost == 0 ? 0 : lost / sum, out var low);
            return high + low;
        }

        return LogOfException(sum);
    }

    /// <summary>ln x for every element: <c>results[i] = Log(x[i])</c>, bit for bit.</summary>
    /// <param name="x">Arguments, shape [n].</param>
    /// <param name="results">Shape [n]; may be the very same memory as <paramref name="x"/>, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> results)
    {
        Require.SameLength(x.Length, results.Length);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= x.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                var argument = Vector256.Create(x[i..]);
                var high = LogParts(argument, Vector256<double>.Zero, out var low);
                var result = high + low;
                var exceptional = ~IsNormalPositive(argument);
                if (exceptional != Vector256<double>.Zero)
                {
                    result = Repair(result, argument, exceptional.ExtractMostSignificantBits(), Log);
                }

                result.CopyTo(results[i..]);
            }
        }

        for (; i < x.Length; i++)
        {
            results[i] = Log(x[i]);
        }
    }

    /// <summary>ln(1 + x) for every element: <c>results[i] = Log1p(x[i])</c>, bit for bit.</summary>
    /// <param name="x">Arguments, shape [n].</param>
    /// <param name="results">Shape [n]; may be the very same memory as <paramref name="x"/>, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Log1p(ReadOnlySpan<double> x, Span<double> results)
    {
        Require.SameLength(x.Length, results.Length);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= x.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                var argument = Vector256.Create(x[i..]);
                var sum = Vector256<double>.One + argument;
                var lost = SumError(Vector256<double>.One, argument, sum);
                var addend = lost == Vector256<double>.Zero ? lost : lost / sum; // 1 − u is exact for a stream's u
                var high = LogParts(sum, addend, out var low);
                var result = high + low;
                var exceptional = ~IsNormalPositive(sum);
                if (exceptional != Vector256<double>.Zero)
                {
                    result = Repair(result, argument, exceptional.ExtractMostSignificantBits(), Log1p);
                }

                result.CopyTo(results[i..]);
            }
        }

        for (; i < x.Length; i++)
        {
            results[i] = Log1p(x[i]);
        }
    }

    /// <summary>ln x + <paramref name="addend"/> as high + low for a normal x; high is the rounded sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LogParts(double x, double addend, out double low)
    {
        unchecked
        {
            var bits = BitConverter.DoubleToUInt64Bits(x) + (OneBits - SqrtHalfBits);
            var k = (double)(int)((bits >> 52) - 1023);
            var f = BitConverter.UInt64BitsToDouble((bits & FractionMask) + SqrtHalfBits) - 1;
            var s = f / (2 + f);
            var z = s * s;
            var w = z * z;
            var r = (z * (L1 + (w * (L3 + (w * (L5 + (w * L7))))))) + (w * (L2 + (w * (L4 + (w * L6)))));
            var half = 0.5 * f * f;
            var main = k * Ln2High;
            var sum = main + f;
            var rest = (f - (sum - main)) + (((s * (half + r)) - half) + ((k * Ln2Low) + addend));
            var high = sum + rest;
            low = rest - (high - sum);
            return high;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogParts(Vector256<double> x, Vector256<double> addend, out Vector256<double> low)
    {
        var bits = x.AsUInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        // An integer below 2^52 put under the exponent of 2^52 is that integer plus 2^52.
        var k =
            ((bits >>> 52) | Vector256.Create(0x4330_0000_0000_0000UL)).AsDouble()
            - Vector256.Create(4503599627370496.0 + 1023.0);
        var f =
            ((bits & Vector256.Create(FractionMask)) + Vector256.Create(SqrtHalfBits)).AsDouble()
            - Vector256<double>.One;
        var s = f / (Vector256.Create(2.0) + f);
        var z = s * s;
        var w = z * z;
        var odd = Vector256.Create(L5) + (w * L7);
        odd = Vector256.Create(L1) + (w * (Vector256.Create(L3) + (w * odd)));
        var even = Vector256.Create(L4) + (w * L6);
        var r = (z * odd) + (w * (Vector256.Create(L2) + (w * even)));
        var half = Vector256.Create(0.5) * f * f;
        var main = k * Ln2High;
        var sum = main + f;
        var rest = (f - (sum - main)) + (((s * (half + r)) - half) + ((k * Ln2Low) + addend));
        var high = sum + rest;
        low = rest - (high - sum);
        return high;
    }

    /// <summary>(a + b) − sum, exactly (Knuth's two-sum).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumError(double a, double b, double sum)
    {
        var fromB = sum - a;
        return (a - (sum - fromB)) + (b - fromB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumError(Vector256<double> a, Vector256<double> b, Vector256<double> sum)
    {
        var fromB = sum - a;
        return (a - (sum - fromB)) + (b - fromB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> IsNormalPositive(Vector256<double> x) =>
        Vector256.GreaterThanOrEqual(x, Vector256.Create(SmallestNormal))
        & Vector256.LessThanOrEqual(x, Vector256.Create(double.MaxValue));

    private static double LogOfException(double x) =>
        x switch
        {
            0 => double.NegativeInfinity,
            > 0 and < SmallestNormal => Log(x * 18014398509481984.0) - (54 * 0.6931471805599453), // 2^54
            double.PositiveInfinity => x,
            _ => double.NaN,
        };
}
