namespace Simulator.Analysis.ScalingLaws;

/// <summary>What T(N) does between two thresholds: N*_k &lt; N ≤ N*_k+1.</summary>
/// <param name="FromNodes">The smallest tested size of the segment.</param>
/// <param name="ToNodes">The largest tested size of the segment.</param>
/// <param name="Sizes">Number of tested sizes in it, ≥ 1.</param>
/// <param name="Exponent">ln[T(To)/T(From)] / ln(To/From) over the whole segment; null for one size or a time of 0.</param>
/// <param name="Fit">The law chosen for the segment; without a law below four sizes.</param>
/// <param name="Class">The class from the law, else from the exponent; null for one size.</param>
/// <remarks>Immutable.</remarks>
public sealed record GrowthSegment(
    double FromNodes,
    double ToNodes,
    int Sizes,
    double? Exponent,
    ScalingFit Fit,
    GrowthClass? Class
)
{
    private const double FlatBelow = 0.02;
    private const double LinearWithin = 0.1;

    /// <summary>Splits a curve at thresholds and gives each part its own class: a knee is never averaged over.</summary>
    /// <param name="points">The curve, any order, N &gt; 0.</param>
    /// <param name="thresholds">N* of each limit, any order; N* itself belongs to the part below ("bites above N*").</param>
    /// <returns>The parts that hold a tested size, in ascending N.</returns>
    /// <exception cref="ArgumentException">A point that is not finite or N ≤ 0.</exception>
    /// <remarks>
    /// Below four sizes there is no law; the class then comes from the exponent over the segment: below 0.02 bounded, below
    /// 0.9 sub-linear, up to 1.1 linear, above super-linear. Logarithmic growth cannot be told from sub-linear so.
    /// </remarks>
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
        var (first, last) = (part[0], part[^1]);
        double? exponent =
            last.Nodes > first.Nodes && first.Seconds > 0 && last.Seconds > 0
                ? Math.Log(last.Seconds / first.Seconds) / Math.Log(last.Nodes / first.Nodes)
                : null;
        var fit = ScalingFit.To(part);
        var growth = fit.Chosen?.Law.Class ?? (exponent is { } value ? ClassOf(value) : (GrowthClass?)null);
        return new GrowthSegment(first.Nodes, last.Nodes, part.Length, exponent, fit, growth);
    }

    private static GrowthClass ClassOf(double exponent) =>
        exponent switch
        {
            < FlatBelow => GrowthClass.Bounded,
            < 1 - LinearWithin => GrowthClass.SubLinear,
            <= 1 + LinearWithin => GrowthClass.Linear,
            _ => GrowthClass.SuperLinear,
        };
}
