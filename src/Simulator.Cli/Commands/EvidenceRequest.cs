namespace Simulator.Cli.Commands;

/// <summary>What the user asked of <c>evidence</c>.</summary>
internal sealed record EvidenceRequest(string Scenarios)
{
    /// <summary>The file of points; the folder's own where it is null.</summary>
    public string? Points { get; init; }

    public bool UsesRest { get; init; }

    public string? Folder { get; init; }

    public bool IsForced { get; init; }

    public required string Format { get; init; }
}
