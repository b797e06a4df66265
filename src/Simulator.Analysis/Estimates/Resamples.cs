namespace Simulator.Analysis.Estimates;

/// <summary>Means over whole replications and over resamples of them, and percentile limits of what is fitted to these.</summary>
/// <remarks>
/// Whole replications are drawn, because under common random numbers a replication is late at every N together.
/// Source: B. Efron and R. J. Tibshirani, <i>An Introduction to the Bootstrap</i>, 1993, section 13.3.
/// </remarks>
internal sealed class Resamples
{
    /// <summary>Resamples that are drawn.</summary>
    public const int Count = 400;

    private readonly IReadOnlyList<IReadOnlyList<double>> _replications;
    private readonly Func<int, int, int> _draw;

    /// <summary>Checks the shape.</summary>
    /// <param name="cells">Times in a replication.</param>
    /// <param name="replications">Shape [replications][cells].</param>
    /// <param name="draw">draw(resample, position) = index in [0, replications) of the replication to put there.</param>
    /// <exception cref="ArgumentException">No replication, or a row of another length.</exception>
    public Resamples(int cells, IReadOnlyList<IReadOnlyList<double>> replications, Func<int, int, int> draw)
    {
        if (replications.Count == 0 || replications.Any(row => row.Count != cells))
        {
            throw new ArgumentException("Each replication needs one time for each size.", nameof(replications));
        }

        (_replications, _draw) = (replications, draw);
    }

    /// <summary>The mean of each cell over all replications.</summary>
    public double[] Means() => Means(position => position);

    /// <summary>The values of a fit over all resamples that have one, rising.</summary>
    /// <param name="fit">From the means of the cells; null where there is nothing to be fitted.</param>
    public List<double> Sorted(Func<double[], double?> fit) =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(resample => fit(Means(position => _draw(resample, position))))
                .OfType<double>()
                .Order(),
        ];

    /// <summary>The ⌈n p⌉-th of n sorted values.</summary>
    public static double Quantile(List<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * share) - 1, 0, sorted.Count - 1)];

    private double[] Means(Func<int, int> choose)
    {
        var sums = new double[_replications[0].Count];
        for (var position = 0; position < _replications.Count; position++)
        {
            var row = _replications[choose(position)];
            for (var cell = 0; cell < sums.Length; cell++)
            {
                sums[cell] += row[cell] / _replications.Count;
            }
        }

        return sums;
    }
}
