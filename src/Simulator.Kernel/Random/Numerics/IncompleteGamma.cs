namespace Simulator.Kernel.Random.Numerics;

/// <summary>Logarithms of the regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).</summary>
/// <remarks>
/// <para>Series below x = a + 1, continued fraction above; the effort grows as √a.</para>
/// <para>Source: W. Gautschi, A computational procedure for incomplete gamma functions, <i>ACM TOMS</i> 5, 1979.</para>
/// </remarks>
internal static class IncompleteGamma
{
    private const double Precision = 1e-17;
    private const double Tiny = 1e-300;
    private const int Limit = 10_000_000;

    /// <summary>ln P(a, x); ln x is given besides, since x itself may underflow.</summary>
    public static double LogLower(double a, double x, double logX) =>
        x < a + 1
            ? LogFactor(a, x, logX) - Elementary.Log(a) + Elementary.Log(Series(a, x))
            : LogComplement(LogFactor(a, x, logX) + Elementary.Log(Fraction(a, x)));

    /// <summary>ln Q(a, x); ln x is given besides, since x itself may underflow.</summary>
    public static double LogUpper(double a, double x, double logX) =>
        x < a + 1
            ? LogComplement(LogFactor(a, x, logX) - Elementary.Log(a) + Elementary.Log(Series(a, x)))
            : LogFactor(a, x, logX) + Elementary.Log(Fraction(a, x));

    /// <summary>ln (x^a e^−x / Γ(a)): x times the density.</summary>
    public static double LogFactor(double a, double x, double logX)
    {
        var relative = (x - a) / a;
        if (a < 10)
        {
            return (a * logX) - x - Elementary.LogGamma(a);
        }

        // Stirling's formula taken together with x^a e^−x, which for large a nearly cancels it.
        var exponent = relative is > -0.5 and < 1
            ? a * (Elementary.Log1p(relative) - relative)
            : (a * (logX - Elementary.Log(a))) - (x - a);
        return exponent + (0.5 * Elementary.Log(a)) - Elementary.HalfLogTwoPi - Elementary.StirlingCorrection(a);
    }

    private static double LogComplement(double logarithm) => Elementary.Log1p(-Elementary.Exp(Math.Min(logarithm, 0)));

    /// <summary>1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …</summary>
    private static double Series(double a, double x)
    {
        var sum = 1.0;
        var term = 1.0;
        for (var n = 1; n < Limit && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>Γ(a, x) / (x^a e^−x) by the modified Lentz method.</summary>
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var value = d;
        for (var n = 1; n < Limit; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = 1 / Away((numerator * d) + b);
            c = Away(b + (numerator / c));
            var change = d * c;
            value *= change;
            if (Math.Abs(change - 1) < 3e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double Away(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
