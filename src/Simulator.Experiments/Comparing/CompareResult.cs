namespace Simulator.Experiments.Comparing;

/// <summary>All that <c>compare</c> found out. Immutable.</summary>
public sealed record CompareResult
{
    /// <summary>The question of the first scenario; empty where it has none.</summary>
    public required string Question { get; init; }

    /// <summary>The seed of all.</summary>
    public required ulong Seed { get; init; }

    /// <summary>N of all.</summary>
    public required int Nodes { get; init; }

    /// <summary>The level of intervals and verdicts, that of the first scenario.</summary>
    public required double Confidence { get; init; }

    /// <summary>The contenders, in the order given; the first is what the others are held against.</summary>
    public required IReadOnlyList<ComparedRow> Rows { get; init; }

    /// <summary>The differences of all others to the first: time, then capacity, of each.</summary>
    public required IReadOnlyList<ComparedPair> Pairs { get; init; }

    /// <summary>What a reader should know before believing it.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
