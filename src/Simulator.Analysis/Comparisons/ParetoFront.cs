namespace Simulator.Analysis.Comparisons;

/// <summary>Which points nobody beats: no other is at most as large in every coordinate and smaller in one.</summary>
public static class ParetoFront
{
    /// <summary>Marks the points of the front; every coordinate is the better the smaller.</summary>
    /// <param name="points">The points, shape [n][criteria], n ≥ 0, finite; equal points are on the front together.</param>
    /// <returns>For each point whether it is on the front, shape [n].</returns>
    /// <exception cref="ArgumentException">A coordinate that is not finite, or points of different length.</exception>
    /// <remarks>
    /// <para>O(n² criteria), meant for a handful of alternatives.</para>
    /// <para>Source: K. Miettinen, <i>Nonlinear Multiobjective Optimization</i>, 1999, section 2.2.</para>
    /// </remarks>
    public static bool[] Of(IReadOnlyList<IReadOnlyList<double>> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        foreach (var point in points)
        {
            if (point.Count != points[0].Count || !point.All(double.IsFinite))
            {
                throw new ArgumentException($"({string.Join(", ", point)}) is no point of a front.", nameof(points));
            }
        }

        return [.. points.Select(point => !points.Any(other => Beats(other, point)))];
    }

    private static bool Beats(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var pairs = one.Zip(other).ToList();
        return pairs.TrueForAll(pair => pair.First <= pair.Second) && pairs.Exists(pair => pair.First < pair.Second);
    }
}
