namespace Simulator.Kernel.Random;

public static partial class Elementary
{
    // (1 + 2x) e^(x²/2) Q(x) as a polynomial in (x − 4)/(x + 4), 0 ≤ x ≤ 39; |error| < 2e-16 relative
    private static ReadOnlySpan<double> ScaledSurvival =>
        [
            0.8496957717177205,
            -0.023009233104596044,
            -0.0963799858904141,
            0.12890813544482121,
            -0.09526047896240457,
            0.04436429044206446,
            -0.010512319259009438,
            -0.001210060057523649,
            0.001576978499456371,
            -0.00014330552267555376,
            -0.00020435484186225345,
            3.786802108828562e-05,
            3.155777317638653e-05,
            -6.033056808438122e-06,
            -5.88834198743178e-06,
            5.98213303574763e-07,
            1.1992458058764546e-06,
            6.344473757177083e-08,
            -2.3124761900032545e-07,
            -5.961674211164592e-08,
            3.344258735772406e-08,
            1.9154625401930754e-08,
            -1.1141473100398423e-09,
            -2.9639969954019635e-09,
            -6.230045947917525e-10,
        ];

    /// <summary>P(Z ≤ x) for a standard normal Z.</summary>
    /// <param name="x">A real number or ±∞.</param>
    /// <returns>The probability; relative error below 1e-15 in both tails, down to where doubles are subnormal.</returns>
    public static double NormalCdf(double x) => NormalSurvival(-x);

    /// <summary>P(Z &gt; x) for a standard normal Z.</summary>
    /// <param name="x">A real number or ±∞.</param>
    /// <returns>The probability; relative error below 1e-15 in both tails, down to where doubles are subnormal.</returns>
    public static double NormalSurvival(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var distance = Math.Abs(x);
        var beyond = distance > 39 ? 0 : UpperTail(distance);
        return x < 0 ? 1 - beyond : beyond;
    }

    /// <summary>ln P(Z &gt; x) for 0 ≤ x ≤ 39, where the probability itself may be subnormal.</summary>
    internal static double LogNormalSurvival(double x) => (-0.5 * x * x) + Log(ScaledTail(x));

    private static double UpperTail(double x)
    {
        // e^(−x²/2) with x² in two parts: the first is exact, the second small.
        var high = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x) & UpperHalf);
        return ScaledTail(x) * ExpOfSum(-0.5 * high * high, 0) * ExpOfSum(-0.5 * (x - high) * (x + high), 0);
    }

    private static double ScaledTail(double x) => Polynomial(ScaledSurvival, (x - 4) / (x + 4)) / (1 + (2 * x));
}
