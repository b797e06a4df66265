using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    private const ulong UpperHalf = 0xFFFF_FFFF_F800_0000; // the upper 26 bits of a double's 53
    private const double TailOrigin = 2.25;
    private const double TailOffset = 0.84375; // short, so that t − TailOffset is exact
    private const double Recovery = 0.475; // 95 % of half: see TailDistance
    private const double FarBelow = 2.1e-16;
    private const double FarOrigin = 8.5;

    // |x| − t + 0.84375 as T(y)/U(y), y = t − 2.25, t = √(−2 ln u): |error| < 2e-17 of x, all coefficients positive
    private const double T0 = 0.0017907040990755797;
    private const double T1 = 0.2120991440439903;
    private const double T2 = 0.28554191620326314;
    private const double T3 = 0.15737212588771204;
    private const double T4 = 0.04610759212571206;
    private const double T5 = 0.0077310651513280895;
    private const double T6 = 0.0007268729171075718;
    private const double T7 = 3.4826432097096556e-05;
    private const double T8 = 7.059935712672836e-07;
    private const double T9 = 4.018748901453335e-09;
    private const double U0 = 1.0;
    private const double U1 = 1.653381887971407;
    private const double U2 = 1.1451919007701212;
    private const double U3 = 0.43451594753676775;
    private const double U4 = 0.0986690253389449;
    private const double U5 = 0.01362090125139147;
    private const double U6 = 0.0010980165550102969;
    private const double U7 = 4.681967180416636e-05;
    private const double U8 = 8.766028247059552e-07;
    private const double U9 = 4.7763708823846925e-09;

    // t − |x| as a rational function of t − 8.5 up to 38.7; |error| < 3e-17 of x, all coefficients positive
    private static ReadOnlySpan<double> FarNumerator =>
        [
            0.3642495493168203,
            0.11531167333333447,
            0.013793923211857193,
            0.0007878377616992394,
            2.246369545455369e-05,
            3.0628312880533307e-07,
            1.7403434290124133e-09,
            2.9163146438939587e-12,
            1.9576334073662625e-16,
        ];

    private static ReadOnlySpan<double> FarDenominator =>
        [
            1.0,
            0.3979832837326459,
            0.06270967941997188,
            0.004998951628325139,
            0.0002144278471528818,
            4.8861825936850554e-06,
            5.4945804015658865e-08,
            2.588782871768514e-10,
            3.445721981877105e-13,
        ];

    private static double TailQuantile(double u)
    {
        var isUpper = u > 0.5;
        var tail = isUpper ? 1 - u : u;
        var x = tail >= FarBelow ? TailDistance(tail) : FarDistance(tail);
        return isUpper ? x : -x;
    }

    /// <summary>−Φ⁻¹(tail) for 2.1e-16 ≤ tail &lt; 0.08.</summary>
    /// <remarks>
    /// What the rounding of the root lost, (argument − t²)/2t, is put back at 95 %, so that from one t to the next the
    /// sum still rises by more than the noise of the rational function: accurate and monotone at once.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double TailDistance(double tail)
    {
        var argument = -2 * LogParts(tail, 0, out _);
        var t = Math.Sqrt(argument);
        var y = t - TailOrigin;
        var square = y * y;
        var numerator =
            (T0 + (square * (T2 + (square * (T4 + (square * (T6 + (square * T8))))))))
            + (y * (T1 + (square * (T3 + (square * (T5 + (square * (T7 + (square * T9)))))))));
        var denominator =
            (U0 + (square * (U2 + (square * (U4 + (square * (U6 + (square * U8))))))))
            + (y * (U1 + (square * (U3 + (square * (U5 + (square * (U7 + (square * U9)))))))));
        return (t - TailOffset) + ((numerator / denominator) + LostByRoot(argument, t));
    }

    /// <summary>Most of √argument − t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LostByRoot(double argument, double t)
    {
        var tHigh = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(t) & UpperHalf);
        var tLow = t - tHigh;
        return ((argument - (tHigh * tHigh)) - (tLow * (t + tHigh))) * Recovery / t;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TailDistance(Vector256<double> tail)
    {
        var argument = LogParts(tail, Vector256<double>.Zero, out _) * -2.0;
        var t = Vector256.Sqrt(argument);
        var y = t - Vector256.Create(TailOrigin);
        var square = y * y;
        var numerator =
            (
                Vector256.Create(T0)
                + (
                    square
                    * (
                        Vector256.Create(T2)
                        + (square * (Vector256.Create(T4) + (square * (Vector256.Create(T6) + (square * T8)))))
                    )
                )
            )
            + (
                y
                * (
                    Vector256.Create(T1)
                    + (
                        square
                        * (
                            Vector256.Create(T3)
                            + (square * (Vector256.Create(T5) + (square * (Vector256.Create(T7) + (square * T9)))))
                        )
                    )
                )
            );
        var denominator =
            (
                Vector256.Create(U0)
                + (
                    square
                    * (
                        Vector256.Create(U2)
                        + (square * (Vector256.Create(U4) + (square * (Vector256.Create(U6) + (square * U8)))))
                    )
                )
            )
            + (
                y
                * (
                    Vector256.Create(U1)
                    + (
                        square
                        * (
                            Vector256.Create(U3)
                            + (square * (Vector256.Create(U5) + (square * (Vector256.Create(U7) + (square * U9)))))
                        )
                    )
                )
            );
        var tHigh = (t.AsUInt64() & Vector256.Create(UpperHalf)).AsDouble();
        var tLow = t - tHigh;
        var lost = ((argument - (tHigh * tHigh)) - (tLow * (t + tHigh))) * Recovery / t;
        return (t - Vector256.Create(TailOffset)) + ((numerator / denominator) + lost);
    }

    /// <summary>Normal quantiles of four probabilities outside the centre, bit for bit as the scalar form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TailQuantile(Vector256<double> u)
    {
        var isUpper = Vector256.GreaterThan(u, Vector256.Create(0.5));
        var tail = Vector256.ConditionalSelect(isUpper, Vector256<double>.One - u, u);
        var x = TailDistance(tail);
        var result = Vector256.ConditionalSelect(isUpper, x, -x);
        var far = ~Vector256.GreaterThanOrEqual(tail, Vector256.Create(FarBelow));
        return far == Vector256<double>.Zero
            ? result
            : Repair(result, u, far.ExtractMostSignificantBits(), TailQuantile);
    }

    private static double FarDistance(double tail)
    {
        if (!(tail > 0))
        {
            return tail == 0 ? double.PositiveInfinity : double.NaN;
        }

        var argument = -2 * Log(tail);
        var t = Math.Sqrt(argument);
        var y = t - FarOrigin;
        return t - ((Polynomial(FarNumerator, y) / Polynomial(FarDenominator, y)) - LostByRoot(argument, t));
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            value = coefficients[i] + (x * value);
        }

        return value;
    }
}
