using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Fitting;

/// <summary>How much members of a group (nodes of a rack) resemble each other: ρ = (B − W)/(B + (m − 1) W).</summary>
/// <param name="Value">ρ from the mean squares B between and W within groups; below 0 where groups differ less than by chance.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Groups">Groups with a value.</param>
/// <remarks>
/// Exact for normal values and groups of one size; m is the usual mean size for unequal ones.
/// Source: S. R. Searle, G. Casella and C. E. McCulloch, <i>Variance Components</i>, 1992, section 3.6.
/// </remarks>
public sealed record IntraclassCorrelation(double Value, double Lower, double Upper, int Groups)
{
    /// <summary>Estimates the correlation.</summary>
    /// <param name="groups">Number, sum and sum of squares of the values of each group, deviations from a common centre.</param>
    /// <returns>The correlation; null for fewer than two groups, one value a group, or values that do not vary.</returns>
    public static IntraclassCorrelation? Of(IReadOnlyList<(double Count, double Sum, double Squares)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var filled = groups.Where(group => group.Count > 0).ToList();
        double n = filled.Sum(group => group.Count),
            k = filled.Count;
        if (k < 2 || n <= k)
        {
            return null;
        }

        var mean = filled.Sum(group => group.Sum) / n;
        var between = filled.Sum(group => (group.Sum * group.Sum / group.Count)) - (n * mean * mean);
        var within = filled.Sum(group => group.Squares - (group.Sum * group.Sum / group.Count));
        var size = (n - (filled.Sum(group => group.Count * group.Count) / n)) / (k - 1);
        if (!(within > 1e-12 * Math.Max(1, filled.Sum(group => group.Squares))))
        {
            return null;
        }

        var ratio = between / (k - 1) / (within / (n - k));
        double At(double f) => (f - 1) / (f - 1 + size);
        return new IntraclassCorrelation(
            At(ratio),
            At(ratio / FisherSnedecor.InvCDF(k - 1, n - k, 0.975)),
            At(ratio / FisherSnedecor.InvCDF(k - 1, n - k, 0.025)),
            filled.Count
        );
    }
}
