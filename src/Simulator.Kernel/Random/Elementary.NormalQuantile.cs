using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    private const double Centre = 0.425; // |u − 1/2| up to here is the centre: 85 % of all draws
    private const int Block = 128;
    private const double CentreSquared = 0.180625;
    private const double SlopeAtZero = 0.42; // some 40 % of dx/dq: what a rounded q lost is put back by so much that x stays monotone
    private const double SlopeRise = 12.1;
    private const double RootTwoPiHigh = 2.5066282749176025; // 26 bits, so products with half a double are exact
    private const double RootTwoPiLow = -2.866020366467347e-10;

    private const double CubicTerm = 2.6249349909537365; // √(2π)³/6

    // ((Φ⁻¹(1/2 + q)/q − √(2π)) / q² − √(2π)³/6) / q² as N(r)/D(r), r = 0.425² − q²: |error| < 3e-17 of Φ⁻¹, all coefficients positive
    private const double N0 = 12.45581149035967;
    private const double N1 = 544.1020058635127;
    private const double N2 = 9272.870945689516;
    private const double N3 = 78323.52518096058;
    private const double N4 = 344885.0251287833;
    private const double N5 = 764408.7718489856;
    private const double N6 = 752625.5754668991;
    private const double N7 = 237101.01961325627;
    private const double N8 = 294.41071784136903;
    private const double D0 = 1.0;
    private const double D1 = 51.19929239050034;
    private const double D2 = 1059.3397950088436;
    private const double D3 = 11399.302346749357;
    private const double D4 = 68487.60318065059;
    private const double D5 = 229709.92745372734;
    private const double D6 = 407157.653039224;
    private const double D7 = 334319.1624304176;
    private const double D8 = 91636.10704940198;

    /// <summary>x with P(Z ≤ x) = u for a standard normal Z.</summary>
    /// <param name="u">A probability in (0, 1), down to the smallest double; 0 gives −∞, 1 gives +∞, others NaN.</param>
    /// <returns>
    /// The quantile, within 2 ulp, monotone from each double to the next in
    /// <paramref name="u"/>; <c>NormalQuantile(1 − u) = −NormalQuantile(u)</c> where 1 − u is exact.
    /// </returns>
    /// <remarks>
    /// <para>
    /// Rational in (u − 1/2)² at the centre, rational in t = √(−2 ln u) in the tails, the leading term of either in
    /// more than double precision.
    /// </para>
    /// <para>
    /// Source: the division into ranges follows M. J. Wichura, Algorithm AS 241, <i>Applied Statistics</i> 37, 1988;
    /// the coefficients were fitted anew in 80 digits.
    /// </para>
    /// </remarks>
    public static double NormalQuantile(double u)
    {
        var q = u - 0.5;
        return Math.Abs(q) <= Centre ? CentralQuantile(u, q) : TailQuantile(u);
    }

    /// <summary>Normal quantile of every element: <c>results[i] = NormalQuantile(u[i])</c>, bit for bit.</summary>
    /// <param name="u">Probabilities in (0, 1), shape [n].</param>
    /// <param name="results">Shape [n]; may be the very same memory as <paramref name="u"/>, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void NormalQuantile(ReadOnlySpan<double> u, Span<double> results)
    {
        Require.SameLength(u.Length, results.Length);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Span<double> tails = stackalloc double[Block];
            Span<int> places = stackalloc int[Block];
            for (; i <= u.Length - Vector256<double>.Count; )
            {
                var length = Math.Min(Block, (u.Length - i) & -Vector256<double>.Count);
                QuantileBlock(u.Slice(i, length), results.Slice(i, length), tails, places);
                i += length;
            }
        }

        for (; i < u.Length; i++)
        {
            results[i] = NormalQuantile(u[i]);
        }
    }

    /// <summary>The central form for all, then the tail form for those set aside: both run on full vectors.</summary>
    private static void QuantileBlock(
        ReadOnlySpan<double> u,
        Span<double> results,
        Span<double> tails,
        Span<int> places
    )
    {
        var count = 0;
        for (var i = 0; i <= u.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var argument = Vector256.Create(u[i..]);
            var q = argument - Vector256.Create(0.5);
            var outside = ~Vector256.LessThanOrEqual(Vector256.Abs(q), Vector256.Create(Centre));
            var lanes = outside.ExtractMostSignificantBits();
            for (var lane = 0; lane < Vector256<double>.Count; lane++)
            {
                tails[count] = u[i + lane]; // overwritten by the next unless this lane lies outside
                places[count] = i + lane;
                count += (int)(lanes >> lane) & 1;
            }

            CentralQuantile(argument, q).CopyTo(results[i..]);
        }

        for (var i = 0; i < count; i += Vector256<double>.Count)
        {
            var distances = TailQuantile(Vector256.Create(tails[i..]));
            for (var lane = 0; lane < Math.Min(Vector256<double>.Count, count - i); lane++)
            {
                results[places[i + lane]] = distances.GetElement(lane);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double CentralQuantile(double u, double q)
    {
        var z = q * q;
        var r = CentreSquared - z;
        var square = r * r;
        var numerator =
            (N0 + (square * (N2 + (square * (N4 + (square * (N6 + (square * N8))))))))
            + (r * (N1 + (square * (N3 + (square * (N5 + (square * N7)))))));
        var denominator =
            (D0 + (square * (D2 + (square * (D4 + (square * (D6 + (square * D8))))))))
            + (r * (D1 + (square * (D3 + (square * (D5 + (square * D7)))))));
        var qHigh = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(q) & UpperHalf);
        var inner = RootTwoPiLow + (z * (CubicTerm + (z * (numerator / denominator))));
        var lost = (u - (q + 0.5)) * (SlopeAtZero + (SlopeRise * z));
        var rest = ((q - qHigh) * RootTwoPiHigh) + ((q * inner) + lost);
        return (qHigh * RootTwoPiHigh) + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> CentralQuantile(Vector256<double> u, Vector256<double> q)
    {
        var z = q * q;
        var r = Vector256.Create(CentreSquared) - z;
        var square = r * r;
        var numerator =
            (
                Vector256.Create(N0)
                + (
                    square
                    * (
                        Vector256.Create(N2)
                        + (square * (Vector256.Create(N4) + (square * (Vector256.Create(N6) + (square * N8)))))
                    )
                )
            )
            + (
                r
                * (
                    Vector256.Create(N1)
                    + (square * (Vector256.Create(N3) + (square * (Vector256.Create(N5) + (square * N7)))))
                )
            );
        var denominator =
            (
                Vector256.Create(D0)
                + (
                    square
                    * (
                        Vector256.Create(D2)
                        + (square * (Vector256.Create(D4) + (square * (Vector256.Create(D6) + (square * D8)))))
                    )
                )
            )
            + (
                r
                * (
                    Vector256.Create(D1)
                    + (square * (Vector256.Create(D3) + (square * (Vector256.Create(D5) + (square * D7)))))
                )
            );
        var qHigh = (q.AsUInt64() & Vector256.Create(UpperHalf)).AsDouble();
        var inner =
            Vector256.Create(RootTwoPiLow) + (z * (Vector256.Create(CubicTerm) + (z * (numerator / denominator))));
        var lost = (u - (q + Vector256.Create(0.5))) * (Vector256.Create(SlopeAtZero) + (z * SlopeRise));
        var rest = ((q - qHigh) * RootTwoPiHigh) + ((q * inner) + lost);
        return (qHigh * RootTwoPiHigh) + rest;
    }
}
