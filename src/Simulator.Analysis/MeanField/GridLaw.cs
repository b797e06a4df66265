using System.Numerics;
using Simulator.Analysis.OrderStatistics;

namespace Simulator.Analysis.MeanField;

/// <summary>The law of a duration as a constant and masses on a grid: P(X = c + i h) = p_i, with the mean of the law it stands for.</summary>
/// <remarks>
/// <para>
/// A value between two points is shared out to both so that its mean stays: p_i = a_(i-1) - a_i with a_i the mean of
/// P(X &gt; x) over a cell. The variance grows by less than h²/4. Constants are kept apart, so that they add up exactly.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class GridLaw
{
    private const double Invisible = 1e-18;
    private const int FineCells = 1024;
    private const int CoarseCells = 64;

    private readonly double[] _masses;
    private readonly double _shift;

    private GridLaw(double step, double shift, double[] masses) => (Step, _shift, _masses) = (step, shift, masses);

    /// <summary>h, above 0, in the unit of the law.</summary>
    public double Step { get; }

    /// <summary>c + h Σ i p_i.</summary>
    public double Mean => _shift + (Step * Moment(static i => i));

    /// <summary>h² (Σ i² p_i - (Σ i p_i)²).</summary>
    public double Variance =>
        Step * Step * Math.Max(0, Moment(static i => (double)i * i) - Math.Pow(Moment(static i => i), 2));

    /// <summary>All mass at 0.</summary>
    /// <param name="step">h.</param>
    public static GridLaw Zero(double step) => new(step, 0, [1]);

    /// <summary>A law cut into cells, up to where less than a share of it is left.</summary>
    /// <param name="law">A law on [0, ∞).</param>
    /// <param name="step">h, above 0.</param>
    /// <param name="tail">The share that may be missing above, in (0, 1).</param>
    /// <param name="mostCells">Cells at most; what lies above them is put into the last.</param>
    /// <returns>The law on the grid.</returns>
    public static GridLaw Of(Law law, double step, double tail, int mostCells)
    {
        ArgumentNullException.ThrowIfNull(law);
        var fine = (law.UpperQuantile(1e-3) ?? law.Lower) - law.Lower;
        return fine > CoarseCells * step || fine <= 0
            ? Cut(law, step, tail, mostCells)
            : Cut(law, Math.Min(step, fine / FineCells), tail, mostCells).On(step);
    }

    /// <summary>All masses from 0 on, the constant shared out to the points beside it.</summary>
    public double[] Resolved() => Raised(_shift);

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

        return new GridLaw(Step, _shift + other._shift, Trimmed(sum));
    }

    /// <summary>The law of this duration with probability 1 - w, else of another.</summary>
    /// <param name="other">A law on the same grid.</param>
    /// <param name="weight">w in [0, 1].</param>
    public GridLaw MixedWith(GridLaw other, double weight)
    {
        ArgumentNullException.ThrowIfNull(other);
        var shift = Math.Min(_shift, other._shift);
        var (first, second) = (Raised(_shift - shift), other.Raised(other._shift - shift));
        var mixed = new double[Math.Max(first.Length, second.Length)];
        AddScaled(mixed, first, 1 - weight);
        AddScaled(mixed, second, weight);
        return new GridLaw(Step, shift, mixed);
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

        return new GridLaw(Step, _shift, masses);
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

    private static GridLaw Cut(Law law, double step, double tail, int mostCells)
    {
        var averages = new List<double>();
        for (var cell = 0; cell < mostCells && law.SurvivalAt(law.Lower + (cell * step)) > tail; cell++)
        {
            averages.Add(Average(law, law.Lower + (cell * step), step));
        }

        var masses = new double[averages.Count + 1];
        var before = 1.0;
        for (var cell = 0; cell < averages.Count; cell++)
        {
            masses[cell] = Math.Max(0, before - averages[cell]);
            before = averages[cell];
        }

        masses[^1] = before;
        return new GridLaw(step, law.Lower, masses);
    }

    /// <summary>The same on a coarser grid, with the same mean.</summary>
    private GridLaw On(double step)
    {
        if (step <= Step)
        {
            return this;
        }

        var masses = new double[(int)(_masses.Length * Step / step) + 2];
        for (var cell = 0; cell < _masses.Length; cell++)
        {
            Share(masses, cell * Step / step, _masses[cell]);
        }

        return new GridLaw(step, _shift, Trimmed(masses));
    }

    private double[] Raised(double shift)
    {
        var cells = shift / Step;
        var nearest = Math.Round(cells);
        cells = Math.Abs(cells - nearest) < 1e-9 * Math.Max(1, cells) ? nearest : cells;
        var below = (int)cells;
        var row = new double[_masses.Length + below + 1];
        AddScaled(row.AsSpan(below), _masses, 1 - (cells - below));
        AddScaled(row.AsSpan(below + 1), _masses, cells - below);
        return Trimmed(row);
    }

    private static void Share(double[] masses, double place, double mass)
    {
        var below = (int)place;
        masses[below] += mass * (1 - (place - below));
        masses[below + 1] += mass * (place - below);
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
