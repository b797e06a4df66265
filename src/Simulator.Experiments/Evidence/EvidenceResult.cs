using Simulator.Experiments.Logs;

namespace Simulator.Experiments.Evidence;

/// <summary>Published measurements beside their predictions.</summary>
public sealed record EvidenceResult
{
    /// <summary>The file of points without its folder.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of points and scenarios, small hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The cases in the order of their first point.</summary>
    public required IReadOnlyList<CaseResult> Cases { get; init; }

    /// <summary>Rows of the file that could not be used.</summary>
    public required LogProblems Problems { get; init; }

    /// <summary>Scenarios of the folder without a point in the file.</summary>
    public required IReadOnlyList<string> Idle { get; init; }

    /// <summary>All points in the order of the file.</summary>
    public IReadOnlyList<EvidenceRow> Rows =>
        [.. Cases.SelectMany(result => result.Rows).OrderBy(row => row.Point.Row)];
}
