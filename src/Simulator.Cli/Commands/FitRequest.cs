using Simulator.Experiments.Logs;

namespace Simulator.Cli.Commands;

/// <summary>What the user asked of <c>fit</c>.</summary>
internal sealed record FitRequest(string File, LogOptions Options)
{
    public string? Folder { get; init; }

    public bool IsForced { get; init; }

    public required string Format { get; init; }
}
