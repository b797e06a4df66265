using System.Runtime.Intrinsics;

namespace Simulator.Kernel.Random;

/// <summary>
/// Logarithm, exponential, power, normal law and log-gamma from + − × ÷ √ and bit operations alone, so that every
/// processor returns the same bits.
/// </summary>
/// <remarks>
/// <para>
/// The span forms return bit for bit what the scalar forms return. Each result is the rounding of an unevaluated sum
/// hi + lo whose lo part is small, which keeps the error below one unit in the last place (ulp) and the functions
/// monotone from one double to the next. Nothing here relies on a fused multiply-add.
/// </para>
/// <para>Thread safety: pure functions.</para>
/// <para>
/// Source: W. Kahan and others, <i>fdlibm</i> (Sun Microsystems, 1993) for the reductions of the logarithm and the
/// exponential; T. J. Dekker, A floating-point technique for extending the available precision, 1971, for the sums.
/// </para>
/// </remarks>
public static partial class Elementary
{
    private const double Ln2High = 0.6931471804855391; // 33 bits: k · Ln2High is exact for |k| < 2^20
    private const double Ln2Low = 7.440617110012397e-11;
    private const ulong FractionMask = 0x000F_FFFF_FFFF_FFFF;
    private const ulong OneBits = 0x3FF0_0000_0000_0000;
    private const ulong SqrtHalfBits = 0x3FE6_A09E_0000_0000;
    private const double SmallestNormal = 2.2250738585072014e-308;

    private delegate double ScalarForm(double x);

    /// <summary>Replaces the lanes that the vector form does not cover by the scalar form.</summary>
    private static Vector256<double> Repair(
        Vector256<double> result,
        Vector256<double> argument,
        uint lanes,
        ScalarForm scalar
    )
    {
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                result = result.WithElement(lane, scalar(argument.GetElement(lane)));
            }
        }

        return result;
    }
}
