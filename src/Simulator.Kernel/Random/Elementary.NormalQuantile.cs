using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    private const double Centre = 0.425; // |u − 1/2| up to here is the centre: 85 % of all draws
    private const int Block = 128;
    private const double CentreSquared = 0.180625;
    private const double SlopeAtZero = 0.912; // 80 to 95 % of dx/dq for 1/4 < |q|, where q may be a rounded difference
    private const double SlopeRise = 25.4;
    private const double RootTwoPiHigh = 2.5066282749176025; // 26 bits, so products with half a double are exact
    private const double RootTwoPiLow = -2.866020366467347e-10;

    // (Φ⁻¹(1/2 + q)/q − √(2π)) / q² as N(r)/D(r), r = 0.425² − q²: |error| < 3e-17 of Φ⁻¹, all coefficients positive
    private const double N0 = 4.874765941399952;
    private const double N1 = 210.31989537018475;
    private const double N2 = 3525.5321280702633;
    private const double N3 = 29112.39975270957;
    private const double N4 = 124185.54730959915;
    private const double N5 = 262872.99053463014;
    private const double N6 = 241554.11234600906;
    private const double N7 = 68589.41719068622;
    private const double N8 = 625.0653257463343;
    private const double D0 = 1.0;
    private const double D1 = 49.1689319228536;
    private const double D2 = 967.9298360519299;
    private const double D3 = 9787.108554703833;
    private const double D4 = 54319.38891329771;
    private const double D5 = 164325.09657993075;
    private const double D6 = 253716.0996585381;
    private const double D7 = 171982.98098109593;
    private const double D8 = 35509.46431808934;

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
        RequireSameLength(u.Length, results.Length);
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
        var inner = RootTwoPiLow + (z * (numerator / denominator));
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
        var inner = Vector256.Create(RootTwoPiLow) + (z * (numerator / denominator));
        var lost = (u - (q + Vector256.Create(0.5))) * (Vector256.Create(SlopeAtZero) + (z * SlopeRise));
        var rest = ((q - qHigh) * RootTwoPiHigh) + ((q * inner) + lost);
        return (qHigh * RootTwoPiHigh) + rest;
    }
}
