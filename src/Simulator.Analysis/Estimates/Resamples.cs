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
    private readonly double[] _whole;

    /// <summary>Checks the shape.</summary>
    /// <param name="cells">Times in a replication.</param>
    /// <param name="replications">Shape [replications][cells], finite; NaN where a replication was not run in a cell.</param>
    /// <param name="draw">draw(resample, position) = index in [0, replications) of the replication to put there.</param>
    /// <exception cref="ArgumentException">No replication, a row of another length, or a cell without any time.</exception>
    public Resamples(int cells, IReadOnlyList<IReadOnlyList<double>> replications, Func<int, int, int> draw)
    {
        if (replications.Count == 0 || replications.Any(row => row.Count != cells))
        {
            throw new ArgumentException("Each replication needs one time for each size.", nameof(replications));
        }

        (_replications, _draw) = (replications, draw);
        _whole = [.. Enumerable.Repeat(double.NaN, cells)];
        _whole = Means(position => position);
        if (_whole.Any(double.IsNaN))
        {
            throw new ArgumentException("Each size needs a time in one replication at least.", nameof(replications));
        }
    }

    /// <summary>The mean of each cell over all replications.</summary>
    public double[] Means() => [.. _whole];

    /// <summary>The mean of each cell over the replications of each resample.</summary>
    public IEnumerable<double[]> All() =>
        Enumerable.Range(0, Count).Select(resample => Means(position => _draw(resample, position)));

    /// <summary>The values of a fit over all resamples that have one, rising.</summary>
    /// <param name="fit">From the means of the cells; null where there is nothing to be fitted.</param>
    public List<double> Sorted(Func<double[], double?> fit) => [.. All().Select(fit).OfType<double>().Order()];

    /// <summary>The ⌈n p⌉-th of n sorted values.</summary>
    public static double Quantile(List<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * share) - 1, 0, sorted.Count - 1)];

    /// <summary>A cell that none of the chosen replications was run in keeps its mean.</summary>
    private double[] Means(Func<int, int> choose)
    {
        var sums = new double[_whole.Length];
        var counts = new int[_whole.Length];
        for (var position = 0; position < _replications.Count; position++)
        {
            var row = _replications[choose(position)];
            for (var cell = 0; cell < sums.Length; cell++)
            {
                if (!double.IsNaN(row[cell]))
                {
                    sums[cell] += row[cell];
                    counts[cell]++;
                }
            }
        }

        return [.. sums.Select((sum, cell) => counts[cell] > 0 ? sum / counts[cell] : _whole[cell])];
    }
}
