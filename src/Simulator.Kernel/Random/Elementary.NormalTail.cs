namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    private const ulong UpperHalf = 0xFFFF_FFFF_F800_0000; // the upper 26 bits of a double's 53
    private const double TailOrigin = 2.25;
    private const double FarOrigin = 8.5;

    // t − |x| as a rational function of t − origin, t = √(−2 ln u); |error| < 3e-17 of x, all coefficients positive
    private static ReadOnlySpan<double> TailNumerator =>
        [
            0.8419592959009244,
            1.1784295757902057,
            0.6751212536746026,
            0.20652784353063725,
            0.03647430825984616,
            0.003673040789162751,
            0.00019359293450571402,
            4.50137608581444e-06,
            3.2072344314708985e-08,
            1.0663870988927955e-11,
        ];

    private static ReadOnlySpan<double> TailDenominator =>
        [
            1.0,
            1.648022664356148,
            1.137218455945896,
            0.4296979414349092,
            0.09713846570630846,
            0.013345198647085462,
            0.001069961120605949,
            4.5329344702348593e-05,
            8.421554797377676e-07,
            4.54755812656419e-09,
        ];

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
        if (!(tail > 0))
        {
            return tail == 0 ? (isUpper ? double.PositiveInfinity : double.NegativeInfinity) : double.NaN;
        }

        var logHigh = tail >= SmallestNormal ? LogParts(tail, 0, out var logLow) : LogOfSubnormal(tail, out logLow);
        var square = -2 * logHigh;
        var t = Math.Sqrt(square);
        // What the root lost: (square − t²)/2t, with t² taken exactly in halves.
        var tHigh = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(t) & UpperHalf);
        var tLow = t - tHigh;
        var residue = square - (tHigh * tHigh) - (2 * tHigh * tLow) - (tLow * tLow) - (2 * logLow);
        var isFar = t > FarOrigin;
        var y = t - (isFar ? FarOrigin : TailOrigin);
        var correction = isFar
            ? Polynomial(FarNumerator, y) / Polynomial(FarDenominator, y)
            : Polynomial(TailNumerator, y) / Polynomial(TailDenominator, y);
        var x = t - (correction - (residue / (2 * t)));
        return isUpper ? x : -x;
    }

    private static double LogOfSubnormal(double x, out double low)
    {
        const double TwoTo54 = 18014398509481984.0;
        var high = LogParts(x * TwoTo54, 0, out var lowOfScaled);
        var scale = 54 * Ln2High;
        var difference = high - scale;
        low = (high - (difference + scale)) + (lowOfScaled - (54 * Ln2Low));
        return difference;
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
