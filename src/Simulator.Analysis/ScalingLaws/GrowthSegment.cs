namespace Simulator.Analysis.ScalingLaws;

/// <summary>What T(N) does between two thresholds: N*_k &lt; N ≤ N*_k+1.</summary>
/// <param name="FromNodes">The smallest tested size of the segment.</param>
/// <param name="ToNodes">The largest tested size of the segment.</param>
/// <param name="Sizes">Number of tested sizes in it, ≥ 1.</param>
/// <param name="Exponent">The local exponent at the largest N of the segment whose double lies in it; null where there is none.</param>
/// <param name="Fit">The law chosen for the segment; without a law below four sizes.</param>
/// <remarks>Immutable.</remarks>
public sealed record GrowthSegment(double FromNodes, double ToNodes, int Sizes, LocalExponent? Exponent, ScalingFit Fit)
{
    /// <summary>The class of the law's leading term; null where the segment has too few sizes for a law.</summary>
    /// <remarks>
    /// It need not look like <see cref="Exponent"/>: a + b N is linear, but while a is the larger part its local exponent is
    /// far below 1, and just above a knee it is above 1.
    /// </remarks>
    public GrowthClass? Class => Fit.Chosen?.Law.Class;

    /// <summary>Splits a curve at thresholds and gives each part its own law: a knee is never averaged over.</summary>
    /// <param name="points">The curve, any order, N &gt; 0.</param>
    /// <param name="thresholds">N* of each limit, any order; N* itself belongs to the part below ("bites above N*").</param>
    /// <returns>The parts that hold a tested size, in ascending N.</returns>
    /// <exception cref="ArgumentException">A point that is not finite or N ≤ 0.</exception>
    public static IReadOnlyList<GrowthSegment> Between(
        IReadOnlyList<CurvePoint> points,
        IReadOnlyList<double> thresholds
    )
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(thresholds);
        return
        [
            .. points
                .GroupBy(point => thresholds.Count(threshold => threshold < point.Nodes))
                .OrderBy(part => part.Key)
                .Select(part => Of([.. part.OrderBy(point => point.Nodes)])),
        ];
    }

    private static GrowthSegment Of(CurvePoint[] part)
    {
        var exponents = LocalExponent.Along(part);
        var last = exponents.Count > 0 ? exponents[^1] : null;
        return new GrowthSegment(part[0].Nodes, part[^1].Nodes, part.Length, last, ScalingFit.To(part));
    }
}
