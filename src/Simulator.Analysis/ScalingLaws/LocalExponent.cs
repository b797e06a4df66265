namespace Simulator.Analysis.ScalingLaws;

/// <summary>The local scaling exponent γ(N) = ln[T(2N) / T(N)] / ln 2, read off the tested sizes.</summary>
/// <param name="Nodes">N.</param>
/// <param name="Value">γ(N): 0 = flat, 1 = linear; beyond 1 retrograde.</param>
/// <param name="FromNodes">The tested size at or below N that the reading rests on.</param>
/// <param name="ToNodes">The tested size at or above 2N that it rests on.</param>
/// <remarks>Immutable. One exponent says nothing across a knee: look whether a threshold lies in [FromNodes, ToNodes].</remarks>
public sealed record LocalExponent(double Nodes, double Value, double FromNodes, double ToNodes)
{
    /// <summary>γ(N) with T interpolated linearly in ln T over ln N between tested sizes.</summary>
    /// <param name="points">The curve, any order, N &gt; 0.</param>
    /// <param name="nodes">N &gt; 0.</param>
    /// <returns>The exponent with its span; null where N or 2N lies outside the tested sizes or a time in the span is 0.</returns>
    /// <exception cref="ArgumentException">A point that is not finite or N ≤ 0.</exception>
    /// <remarks>O(n log n).</remarks>
    public static LocalExponent? At(IReadOnlyList<CurvePoint> points, double nodes)
    {
        ArgumentNullException.ThrowIfNull(points);
        var curve = WeightedCurve.From(points);
        return LogTime(curve, nodes) is { } first && LogTime(curve, 2 * nodes) is { } second
            ? new LocalExponent(nodes, (second.Log - first.Log) / Math.Log(2), first.Below, second.Above)
            : null;
    }

    /// <summary>γ at every tested N whose double is still within the tested range.</summary>
    /// <param name="points">The curve, any order.</param>
    /// <returns>The exponents in ascending N; empty where no size can be doubled.</returns>
    /// <exception cref="ArgumentException">A point that is not finite or N ≤ 0.</exception>
    public static IReadOnlyList<LocalExponent> Along(IReadOnlyList<CurvePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return
        [
            .. points
                .Select(point => point.Nodes)
                .Distinct()
                .Order()
                .Select(n => At(points, n))
                .OfType<LocalExponent>(),
        ];
    }

    private static (double Log, double Below, double Above)? LogTime(WeightedCurve curve, double nodes)
    {
        var above = Array.FindIndex(curve.Nodes, tested => tested >= nodes);
        if (above < 0 || (above == 0 && curve.Nodes[0] > nodes) || curve.Seconds[above] <= 0)
        {
            return null;
        }

        if (curve.Nodes[above] == nodes)
        {
            return (Math.Log(curve.Seconds[above]), nodes, nodes);
        }

        var below = above - 1;
        if (curve.Seconds[below] <= 0)
        {
            return null;
        }

        var share = Math.Log(nodes / curve.Nodes[below]) / Math.Log(curve.Nodes[above] / curve.Nodes[below]);
        var log = ((1 - share) * Math.Log(curve.Seconds[below])) + (share * Math.Log(curve.Seconds[above]));
        return (log, curve.Nodes[below], curve.Nodes[above]);
    }
}
