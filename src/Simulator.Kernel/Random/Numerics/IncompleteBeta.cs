namespace Simulator.Kernel.Random.Numerics;

/// <summary>Logarithm of the regularised incomplete beta function I(x; a, b) = ∫₀ˣ t^(a−1) (1−t)^(b−1) dt / B(a, b).</summary>
/// <remarks>
/// <para>Continued fraction, on the side of the mean where it converges fast.</para>
/// <para>Source: A. R. DiDonato and A. H. Morris, Algorithm 708, <i>ACM TOMS</i> 18, 1992; modified Lentz method.</para>
/// </remarks>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-300;
    private const int Limit = 1_000_000;

    /// <summary>ln I(x; a, b) from x and 1 − x, each given to full relative accuracy, and their logarithms.</summary>
    public static double LogLower(double a, double b, in UnitPoint point)
    {
        var factor = LogFactor(a, b, point);
        return point.Value < (a + 1) / (a + b + 2)
            ? factor + Elementary.Log(Fraction(a, b, point.Value) / a)
            : LogComplement(factor + Elementary.Log(Fraction(b, a, point.Rest) / b));
    }

    /// <summary>ln (x^a (1 − x)^b / B(a, b)): x (1 − x) times the density.</summary>
    public static double LogFactor(double a, double b, in UnitPoint point) =>
        (a * point.LogValue)
        + (b * point.LogRest)
        + (Elementary.LogGamma(a + b) - Elementary.LogGamma(a) - Elementary.LogGamma(b));

    private static double LogComplement(double logarithm) => Elementary.Log1p(-Elementary.Exp(Math.Min(logarithm, 0)));

    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / Away(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m < Limit; m++)
        {
            var even = m * (b - m) * x / ((a - 1 + (2.0 * m)) * (a + (2.0 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2.0 * m)) * (a + 1 + (2.0 * m)));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
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
