namespace Simulator.Analysis.Fitting.Samples;

/// <summary>Durations outside [Low, High] are named as outliers: three quartile ranges of ln x beyond the quartiles.</summary>
/// <param name="Low">Lower fence in seconds.</param>
/// <param name="High">Upper fence in seconds.</param>
/// <remarks>
/// A lognormal sample puts 2 in a million outside. The range counts as at least ln 1.05, so that ticks of a clock are no
/// outliers. Source: J. W. Tukey, <i>Exploratory Data Analysis</i>, 1977, section 2E.
/// </remarks>
public sealed record OutlierFence(double Low, double High)
{
    private const double Reach = 3;
    private static readonly double LeastRange = Math.Log(1.05);

    /// <summary>The fence of a distribution.</summary>
    /// <param name="steps">Its steps.</param>
    /// <returns>The fence; null where less than three quarters of the law are known.</returns>
    public static OutlierFence? Of(EmpiricalDistribution steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Known < 0.75)
        {
            return null;
        }

        var (first, third) = (Math.Log(steps.Quantile(0.25)), Math.Log(steps.Quantile(0.75)));
        var reach = Reach * Math.Max(third - first, LeastRange);
        return new OutlierFence(Math.Exp(first - reach), Math.Exp(third + reach));
    }
}
