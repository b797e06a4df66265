namespace Simulator.Cli.Commands;

/// <summary>What the user asked of <c>import</c>.</summary>
internal sealed record ImportRequest(string[] Files, IReadOnlyDictionary<string, string> Given)
{
    public string? Scenario { get; init; }

    public string? Only { get; init; }

    public string? File { get; init; }

    public bool IsForced { get; init; }

    public required string Format { get; init; }
}
