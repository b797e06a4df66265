namespace Simulator.Analysis.Horizons;

/// <summary>The O(1) horizon: N_O1(ε) = max N with T(n) ≤ (1 + ε) R(n) for all tested n in [N_0, N].</summary>
/// <param name="From">N_0, the first tested size that counts.</param>
/// <param name="LastHolding">The largest tested N up to which every size holds; null where N_0 itself does not.</param>
/// <param name="FirstExceeding">The first tested n that does not hold; null where all tested sizes hold.</param>
/// <remarks>
/// Immutable. Says nothing about sizes between the tested ones: the true horizon lies in [LastHolding, FirstExceeding).
/// </remarks>
public sealed record Horizon(long From, long? LastHolding, long? FirstExceeding)
{
    /// <summary>Whether every tested size holds, so that the horizon is beyond the sweep.</summary>
    public bool AllTested => FirstExceeding is null;

    /// <summary>The horizon of T against a reference of its own at each size: T(n) ≤ (1 + ε) R(n).</summary>
    /// <param name="cells">Tested sizes in any order, shape [cells], each size once, times finite.</param>
    /// <param name="epsilon">ε ≥ 0; 0.1 = 10 %.</param>
    /// <param name="from">N_0: sizes below it are left out; null = the smallest tested one.</param>
    /// <returns>The horizon, or null where no tested size is at least N_0.</returns>
    /// <exception cref="ArgumentException">A time that is negative or not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is negative or not a number.</exception>
    /// <remarks>Equality counts as holding, with a slack of 1e-12 for rounding. O(cells log cells).</remarks>
    public static Horizon? Against(IReadOnlyList<HorizonCell> cells, double epsilon, long? from = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (!(epsilon >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "A tolerance is 0 or more.");
        }

        long? first = null,
            last = null;
        foreach (var cell in cells.Where(cell => from is null || cell.Nodes >= from).OrderBy(cell => cell.Nodes))
        {
            Require(cell);
            first ??= cell.Nodes;
            if (cell.Seconds > (1 + epsilon) * cell.ReferenceSeconds * (1 + 1e-12))
            {
                return new Horizon(first.Value, last, cell.Nodes);
            }

            last = cell.Nodes;
        }

        return first is { } start ? new Horizon(start, last, FirstExceeding: null) : null;
    }

    /// <summary>The horizon of T against one time for all sizes, such as T_1: T(n) ≤ (1 + ε) R.</summary>
    /// <param name="cells">Tested sizes; their own references are ignored.</param>
    /// <param name="epsilon">ε ≥ 0.</param>
    /// <param name="referenceSeconds">R ≥ 0 in seconds.</param>
    /// <param name="from">N_0; null = the smallest tested size.</param>
    /// <returns>The horizon, or null where no tested size is at least N_0.</returns>
    /// <exception cref="ArgumentException">A time that is negative or not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is negative or not a number.</exception>
    public static Horizon? AgainstOne(
        IReadOnlyList<HorizonCell> cells,
        double epsilon,
        double referenceSeconds,
        long? from = null
    )
    {
        ArgumentNullException.ThrowIfNull(cells);
        return Against([.. cells.Select(cell => cell with { ReferenceSeconds = referenceSeconds })], epsilon, from);
    }

    /// <summary>The horizon of T against its own plateau: T(n) ≤ (1 + ε) T(N_0).</summary>
    /// <param name="cells">Tested sizes; their own references are ignored.</param>
    /// <param name="epsilon">ε ≥ 0.</param>
    /// <param name="from">N_0; null = the smallest tested size. The plateau is T at the first tested size not below it.</param>
    /// <returns>The horizon, or null where no tested size is at least N_0.</returns>
    /// <exception cref="ArgumentException">A time that is negative or not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is negative or not a number.</exception>
    public static Horizon? AgainstPlateau(IReadOnlyList<HorizonCell> cells, double epsilon, long? from = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var counted = cells.Where(cell => from is null || cell.Nodes >= from).ToList();
        return counted.Count == 0 ? null : AgainstOne(counted, epsilon, counted.MinBy(cell => cell.Nodes).Seconds);
    }

    private static void Require(HorizonCell cell)
    {
        if (!double.IsFinite(cell.Seconds) || !double.IsFinite(cell.ReferenceSeconds) || cell.Seconds < 0)
        {
            throw new ArgumentException($"{cell} has a time that is negative or not finite.", nameof(cell));
        }
    }
}
