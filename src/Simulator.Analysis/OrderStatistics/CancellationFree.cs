namespace Simulator.Analysis.OrderStatistics;

/// <summary>ln(1 + x) and eˣ − 1 without cancellation near 0: .NET's own LogP1 and ExpM1 form 1 + x first.</summary>
/// <remarks>Source: N. J. Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., 2002, section 1.14.1.</remarks>
internal static class CancellationFree
{
    /// <summary>ln(1 + x) for x ≥ −1.</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        if (sum == 1)
        {
            return x;
        }

        return double.IsFinite(sum) && sum > 0 ? Math.Log(sum) * (x / (sum - 1)) : Math.Log(sum);
    }

    /// <summary>eˣ − 1.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.7)
        {
            return Math.Exp(x) - 1;
        }

        var power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>Survival of the maximum of n: 1 − (1 − s)ⁿ.</summary>
    public static double SurvivalOfMaximum(double survival, double count) =>
        survival >= 1 ? 1 : -ExpMinusOne(count * LogOnePlus(-survival));
}
