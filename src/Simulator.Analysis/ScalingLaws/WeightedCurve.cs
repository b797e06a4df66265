namespace Simulator.Analysis.ScalingLaws;

/// <summary>A curve ready to be fitted: sizes, times and weights 1/se² with mean 1.</summary>
/// <remarks>
/// A standard error far below the others (a cell that happens not to vary) would own the fit, so none counts as less than
/// a tenth of their median; without any standard error all cells weigh the same.
/// </remarks>
internal sealed class WeightedCurve
{
    private const double LeastShareOfMedian = 0.1;

    private WeightedCurve(double[] nodes, double[] seconds, double[] weights)
    {
        Nodes = nodes;
        Seconds = seconds;
        Weights = weights;
    }

    public double[] Nodes { get; }

    public double[] Seconds { get; }

    public double[] Weights { get; }

    public int Count => Nodes.Length;

    public static WeightedCurve From(IReadOnlyList<CurvePoint> points)
    {
        var sorted = points.OrderBy(point => point.Nodes).ToArray();
        foreach (var point in sorted)
        {
            if (
                !(point.Nodes > 0)
                || !double.IsFinite(point.Nodes)
                || !double.IsFinite(point.Seconds)
                || point.StandardError is { } error && !(error >= 0 && double.IsFinite(error))
            )
            {
                throw new ArgumentException($"{point} is no point of a curve.", nameof(points));
            }
        }

        var errors = sorted.Select(point => point.StandardError ?? 0).ToArray();
        var positive = errors.Where(error => error > 0).Order().ToArray();
        var weights = Enumerable.Repeat(1.0, sorted.Length).ToArray();
        if (positive.Length > 0)
        {
            var least = LeastShareOfMedian * positive[positive.Length / 2];
            weights = [.. errors.Select(error => 1 / (Math.Max(error, least) * Math.Max(error, least)))];
            var mean = weights.Average();
            weights = [.. weights.Select(weight => weight / mean)];
        }

        return new WeightedCurve(
            [.. sorted.Select(point => point.Nodes)],
            [.. sorted.Select(point => point.Seconds)],
            weights
        );
    }

    /// <summary>The curve without one of its points.</summary>
    public WeightedCurve Without(int index) => new(Drop(Nodes, index), Drop(Seconds, index), Drop(Weights, index));

    private static double[] Drop(double[] values, int index) => [.. values[..index], .. values[(index + 1)..]];
}
