using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    private const double InverseLn2 = 1.4426950408889634;
    private const double Shifter = 6755399441055744.0; // 1.5 · 2^52: adding it rounds to an integer
    private const double OverflowsAt = 710;
    private const double VanishesAt = -746;

    // (e^r − 1 − r) / r² for |r| ≤ 0.3467; Chebyshev interpolation in 60 digits, |error| < 5e-18 relative
    private const double E0 = 0.5;
    private const double E1 = 0.1666666666666667;
    private const double E2 = 0.04166666666666667;
    private const double E3 = 0.00833333333332612;
    private const double E4 = 0.0013888888888883737;
    private const double E5 = 0.00019841269873974975;
    private const double E6 = 2.480158732558584e-05;
    private const double E7 = 2.755725533255441e-06;
    private const double E8 = 2.7557273594799413e-07;
    private const double E9 = 2.510524515390137e-08;
    private const double E10 = 2.0914707069612355e-09;

    /// <summary>e^x.</summary>
    /// <param name="x">A real number; above 709.78 the result is +∞, below −745.13 it is 0.</param>
    /// <returns>The exponential, within 1 ulp; monotone in <paramref name="x"/>.</returns>
    public static double Exp(double x) => ExpOfSum(x, 0);

    /// <summary>e^x for every element: <c>results[i] = Exp(x[i])</c>, bit for bit.</summary>
    /// <param name="x">Arguments, shape [n].</param>
    /// <param name="results">Shape [n]; may be the very same memory as <paramref name="x"/>, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> results)
    {
        Require.SameLength(x.Length, results.Length);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= x.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                Exp(Vector256.Create(x[i..])).CopyTo(results[i..]);
            }
        }

        for (; i < x.Length; i++)
        {
            results[i] = Exp(x[i]);
        }
    }

    /// <summary>e^x − 1, accurate for small x too.</summary>
    /// <param name="x">A real number; above 709.78 the result is +∞.</param>
    /// <returns>The difference, within 2 ulp.</returns>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 50)
        {
            return Exp(x) - 1;
        }

        var high = ExpFraction(x, 0, out var low, out var shifted);
        var scale = PowerOfTwo(unchecked((BitConverter.DoubleToUInt64Bits(shifted) + 1023) & 0xFFF));
        var scaled = scale * high;
        var difference = scaled - 1;
        return difference + (SumError(scaled, -1, difference) + (scale * low));
    }

    /// <summary>e^(x + addend) for an addend below an ulp of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpOfSum(double x, double addend)
    {
        unchecked
        {
            var clamped = Math.Max(Math.Min(x, OverflowsAt), VanishesAt);
            var high = ExpFraction(clamped, addend, out var low, out var shifted);
            // Two factors, so that neither overflows and a subnormal result is rounded once.
            var biased = (BitConverter.DoubleToUInt64Bits(shifted) + 2048) & 0xFFFF;
            var half = biased >> 1;
            return (high + low) * PowerOfTwo(half - 1) * PowerOfTwo(biased - half - 1);
        }
    }

    /// <summary>e^(x + addend) / 2^k as high + low, high = 1 + r; the lower bits of <paramref name="shifted"/> hold k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpFraction(double x, double addend, out double low, out double shifted)
    {
        shifted = (x * InverseLn2) + Shifter;
        var k = shifted - Shifter;
        var reduced = x - (k * Ln2High);
        var correction = addend - (k * Ln2Low);
        var r = reduced + correction;
        var rest = (reduced - r) + correction;
        var square = r * r;
        var fourth = square * square;
        var bottom = (E0 + (r * E1)) + (square * (E2 + (r * E3)));
        var middle = (E4 + (r * E5)) + (square * (E6 + (r * E7)));
        var top = (E8 + (r * E9)) + (square * E10);
        var tail = square * (bottom + (fourth * (middle + (fourth * top))));
        var sum = 1 + r;
        low = (r - (sum - 1)) + (tail + rest);
        return sum;
    }

    /// <summary>The power of two with a biased exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(ulong biasedExponent) => BitConverter.UInt64BitsToDouble(biasedExponent << 52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp(Vector256<double> x)
    {
        var clamped = Vector256.Max(Vector256.Min(x, Vector256.Create(OverflowsAt)), Vector256.Create(VanishesAt));
        var shifted = (clamped * InverseLn2) + Vector256.Create(Shifter);
        var k = shifted - Vector256.Create(Shifter);
        var reduced = clamped - (k * Ln2High);
        var r = reduced - (k * Ln2Low);
        var rest = ((reduced - r) - (k * Ln2Low));
        var square = r * r;
        var fourth = square * square;
        var bottom = (Vector256.Create(E0) + (r * E1)) + (square * (Vector256.Create(E2) + (r * E3)));
        var middle = (Vector256.Create(E4) + (r * E5)) + (square * (Vector256.Create(E6) + (r * E7)));
        var top = (Vector256.Create(E8) + (r * E9)) + (square * E10);
        var tail = square * (bottom + (fourth * (middle + (fourth * top))));
        var sum = Vector256<double>.One + r;
        var value = sum + ((r - (sum - Vector256<double>.One)) + (tail + rest));
        var biased = (shifted.AsUInt64() + Vector256.Create(2048UL)) & Vector256.Create(0xFFFFUL);
        var half = biased >>> 1;
        var first = ((half - Vector256<ulong>.One) << 52).AsDouble();
        var second = ((biased - half - Vector256<ulong>.One) << 52).AsDouble();
        return value * first * second;
    }
}
