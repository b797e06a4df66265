namespace Simulator.Experiments.Scenarios;

/// <summary>The quantities that are varied; cells are all combinations, the last axis varies fastest.</summary>
/// <param name="Axes">The axes in the order of the file; empty where nothing is varied.</param>
public sealed record Sweep(IReadOnlyList<Axis> Axes)
{
    /// <summary>The most cells of a sweep.</summary>
    public const long MostCells = 100_000;

    /// <summary>Nothing varies.</summary>
    public static readonly Sweep None = new([]);

    /// <summary>The number of combinations; 1 where nothing varies.</summary>
    public long Cells => Axes.Aggregate(1L, (cells, axis) => cells * axis.Values.Count);
}
