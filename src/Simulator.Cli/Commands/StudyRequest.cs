namespace Simulator.Cli.Commands;

/// <summary>What the user asked of a command that answers a scenario.</summary>
internal sealed record StudyRequest
{
    public required string Command { get; init; }

    public required string File { get; init; }

    public string? Nodes { get; init; }

    public int? Replications { get; init; }

    public required int Threads { get; init; }

    public string? Seed { get; init; }

    public string? Folder { get; init; }

    public bool IsForced { get; init; }

    public required string Format { get; init; }

    public bool HasLint { get; init; }

    public bool HasRecords { get; init; }

    public string? Predict { get; init; }
}
