namespace Simulator.Analysis.Comparisons;

/// <summary>Which points nobody beats: no other is at most as large in both coordinates and smaller in one.</summary>
public static class ParetoFront
{
    /// <summary>Marks the points of the front; both coordinates are the better the smaller.</summary>
    /// <param name="points">The points, shape [n], n ≥ 0, finite; equal points are on the front together.</param>
    /// <returns>For each point whether it is on the front, shape [n].</returns>
    /// <exception cref="ArgumentException">A coordinate that is not finite.</exception>
    /// <remarks>
    /// <para>O(n²), meant for a handful of alternatives.</para>
    /// <para>Source: K. Miettinen, <i>Nonlinear Multiobjective Optimization</i>, 1999, section 2.2.</para>
    /// </remarks>
    public static bool[] Of(IReadOnlyList<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        foreach (var (x, y) in points)
        {
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                throw new ArgumentException($"({x}, {y}) is no point of a front.", nameof(points));
            }
        }

        return [.. points.Select(point => !points.Any(other => Beats(other, point)))];
    }

    private static bool Beats((double X, double Y) one, (double X, double Y) other) =>
        one.X <= other.X && one.Y <= other.Y && one != other;
}
