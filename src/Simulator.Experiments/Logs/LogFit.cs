namespace Simulator.Experiments.Logs;

/// <summary>What a log says of all its steps.</summary>
public sealed record LogFit
{
    /// <summary>The file without its folder.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the log and of all that decides how it is read, small hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Rows below the head of the file.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that were used.</summary>
    public required long Used { get; init; }

    /// <summary>Rows that were not.</summary>
    public required LogProblems Problems { get; init; }

    /// <summary>The unit of plain numbers in the log.</summary>
    public required string Unit { get; init; }

    /// <summary>Seconds in that unit.</summary>
    public required double UnitSeconds { get; init; }

    /// <summary>Where random numbers of the tests started.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The steps in the order of their first appearance.</summary>
    public required IReadOnlyList<StepFit> Steps { get; init; }

    /// <summary>What concerns the log as a whole.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
