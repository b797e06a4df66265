using System.Numerics;
using Simulator.Analysis.OrderStatistics;

namespace Simulator.Analysis.MeanField;

/// <summary>The law of a duration as masses on a grid: P(X = i h) = p_i, with the mean of the law it stands for.</summary>
/// <remarks>
/// <para>
/// A value between two points is shared out to both so that its mean stays: p_i = a_(i-1) - a_i with a_i the mean of
/// P(X &gt; x) over [i h, (i + 1) h). The variance grows by less than h²/4; constants that are multiples of h stay constants.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class GridLaw
{
    private const double Invisible = 1e-18;

    private readonly double[] _masses;

    private GridLaw(double step, double[] masses) => (Step, _masses) = (step, masses);

    /// <summary>h, above 0, in the unit of the law.</summary>
    public double Step { get; }

    /// <summary>p_0, p_1, ..., summing to 1 up to rounding.</summary>
    public ReadOnlySpan<double> Masses => _masses;

    /// <summary>h Σ i p_i.</summary>
    public double Mean => Step * Moment(static i => i);

    /// <summary>h² Σ i² p_i - mean².</summary>
    public double Variance => Math.Max(0, (Step * Step * Moment(static i => (double)i * i)) - (Mean * Mean));

    /// <summary>All mass at 0.</summary>
    /// <param name="step">h.</param>
    public static GridLaw Zero(double step) => new(step, [1]);

    /// <summary>A law cut into cells, up to where less than a share of it is left.</summary>
    /// <param name="law">A law on [0, ∞).</param>
    /// <param name="step">h, above 0.</param>
    /// <param name="tail">The share that may be missing above, in (0, 1).</param>
    /// <param name="mostCells">Cells at most; what lies above them is put into the last.</param>
    /// <returns>The law on the grid.</returns>
    public static GridLaw Of(Law law, double step, double tail, int mostCells)
    {
        ArgumentNullException.ThrowIfNull(law);
        var averages = new List<double>();
        for (var cell = 0; cell < mostCells && law.SurvivalAt(cell * step) > tail; cell++)
        {
            averages.Add(Average(law, cell * step, step));
        }

        var masses = new double[averages.Count + 1];
        var before = 1.0;
        for (var cell = 0; cell < averages.Count; cell++)
        {
            masses[cell] = Math.Max(0, before - averages[cell]);
            before = averages[cell];
        }

        masses[^1] = before;
        return new GridLaw(step, masses);
    }

    /// <summary>The law of the sum of two independent durations; O(cells²), vectorised.</summary>
    /// <param name="other">A law on the same grid.</param>
    public GridLaw Plus(GridLaw other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (few, many) = _masses.Length < other._masses.Length ? (this, other) : (other, this);
        var sum = new double[few._masses.Length + many._masses.Length - 1];
        for (var cell = 0; cell < few._masses.Length; cell++)
        {
            AddScaled(sum.AsSpan(cell), many._masses, few._masses[cell]);
        }

        return new GridLaw(Step, Trimmed(sum));
    }

    /// <summary>The law of this duration with probability 1 - w, else of another.</summary>
    /// <param name="other">A law on the same grid.</param>
    /// <param name="weight">w in [0, 1].</param>
    public GridLaw MixedWith(GridLaw other, double weight)
    {
        ArgumentNullException.ThrowIfNull(other);
        var mixed = new double[Math.Max(_masses.Length, other._masses.Length)];
        AddScaled(mixed, _masses, 1 - weight);
        AddScaled(mixed, other._masses, weight);
        return new GridLaw(Step, mixed);
    }

    /// <summary>The law of the largest of n independent durations: P(max &gt; x) = 1 - (1 - S(x))ⁿ.</summary>
    /// <param name="count">n, at least 1; need not be whole.</param>
    public GridLaw MaximumOf(double count)
    {
        if (count <= 1)
        {
            return this;
        }

        var masses = new double[_masses.Length];
        var (above, aboveMaximum) = (0.0, 0.0);
        for (var cell = masses.Length - 1; cell >= 0; cell--)
        {
            above = cell == 0 ? 1 : Math.Min(1, above + _masses[cell]);
            var maximum = CancellationFree.SurvivalOfMaximum(above, count);
            masses[cell] = Math.Max(0, maximum - aboveMaximum);
            aboveMaximum = maximum;
        }

        return new GridLaw(Step, masses);
    }

    /// <summary>Adds w p to a row, place by place.</summary>
    internal static void AddScaled(Span<double> row, ReadOnlySpan<double> masses, double weight)
    {
        if (weight <= Invisible)
        {
            return;
        }

        var cell = 0;
        var factor = new Vector<double>(weight);
        for (; cell <= masses.Length - Vector<double>.Count; cell += Vector<double>.Count)
        {
            var target = row.Slice(cell, Vector<double>.Count);
            (new Vector<double>(target) + (factor * new Vector<double>(masses[cell..]))).CopyTo(target);
        }

        for (; cell < masses.Length; cell++)
        {
            row[cell] += weight * masses[cell];
        }
    }

    /// <summary>(1/h) ∫ S over a cell: atoms exactly, the rest at the two points of Gauss.</summary>
    private static double Average(Law law, double from, double step)
    {
        var atoms = 0.0;
        foreach (var atom in law.Atoms)
        {
            atoms += atom.Mass * Math.Clamp((atom.Value - from) / step, 0, 1);
        }

        if (law.IsDiscrete)
        {
            return atoms;
        }

        var (middle, half) = (from + (step / 2), step / 2 / Math.Sqrt(3));
        return atoms + ((Rest(law, middle - half) + Rest(law, middle + half)) / 2);
    }

    private static double Rest(Law law, double x)
    {
        var rest = law.SurvivalAt(x);
        foreach (var atom in law.Atoms)
        {
            rest -= atom.Value > x ? atom.Mass : 0;
        }

        return Math.Max(0, rest);
    }

    private static double[] Trimmed(double[] masses)
    {
        var length = masses.Length;
        while (length > 1 && masses[length - 1] < Invisible)
        {
            length--;
        }

        return masses[..length];
    }

    private double Moment(Func<int, double> weight)
    {
        var sum = 0.0;
        for (var cell = 0; cell < _masses.Length; cell++)
        {
            sum += weight(cell) * _masses[cell];
        }

        return sum;
    }
}
