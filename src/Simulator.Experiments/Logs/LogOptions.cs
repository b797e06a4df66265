using System.Collections.Immutable;

namespace Simulator.Experiments.Logs;

/// <summary>How a log is to be read.</summary>
public sealed record LogOptions
{
    /// <summary>Names of the columns by what they hold; what is not listed is looked for under its own name.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The unit of plain numbers in time columns: ns, us, ms, s, min, h or d.</summary>
    public string Unit { get; init; } = "s";

    /// <summary>The one step of a log without a column of steps; null where there is one.</summary>
    public string? Step { get; init; }

    /// <summary>Polling periods as texts, by step; the empty name stands for all others.</summary>
    public IReadOnlyDictionary<string, string> Polls { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>When the log was written; the latest instant in it where it is null.</summary>
    public string? Until { get; init; }

    /// <summary>Further words for outcomes: what the log writes, and ok, failed or unfinished.</summary>
    public IReadOnlyDictionary<string, string> Outcomes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A CSV file with all nodes in a column node, and perhaps their racks in a column rack.</summary>
    public string? Inventory { get; init; }

    /// <summary>Whether rows without problems are used although others have some.</summary>
    public bool UsesRest { get; init; }

    /// <summary>Where random numbers of the tests start.</summary>
    public ulong Seed { get; init; } = 1;
}
