namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    /// <summary>x^y = e^(y ln x).</summary>
    /// <param name="x">Not negative; a negative number gives NaN (unless y = 0, which gives 1).</param>
    /// <param name="y">A real number.</param>
    /// <returns>The power; relative error below 2⁻⁵² + |y ln x| · 2⁻⁵⁵.</returns>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (!(x > 0) || double.IsPositiveInfinity(x) || !double.IsFinite(y))
        {
            // The limits of y ln x are right for zeros and infinities; NaN stays NaN.
            return Exp(y * Log(x));
        }

        var high = x >= SmallestNormal ? LogParts(x, 0, out var low) : LogOfSubnormal(x, out low);
        var product = y * high;
        if (!(Math.Abs(product) < 760))
        {
            return Exp(product);
        }

        return ExpOfSum(product, ProductError(y, high, product) + (y * low));
    }

    /// <summary>a·b − product, exactly where nothing under- or overflows (Dekker).</summary>
    private static double ProductError(double a, double b, double product)
    {
        var aHigh = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a) & UpperHalf);
        var bHigh = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(b) & UpperHalf);
        var aLow = a - aHigh;
        var bLow = b - bHigh;
        return (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow);
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
}
