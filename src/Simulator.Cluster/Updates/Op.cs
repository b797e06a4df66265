namespace Simulator.Cluster.Updates;

/// <summary>One op of the compiled plan.</summary>
internal readonly record struct Op
{
    public required OpKind Kind { get; init; }

    /// <summary>The step that it belongs to.</summary>
    public required int Step { get; init; }

    /// <summary>Whether it touches what others see, so that it must happen at its own instant.</summary>
    public bool IsShared { get; init; }

    /// <summary>The service, or -1.</summary>
    public int Service { get; init; }

    /// <summary>Units, tokens, bits or nanoseconds, as the kind says.</summary>
    public long Amount { get; init; }

    /// <summary>Smaller goes first, at stations.</summary>
    public int Priority { get; init; }

    /// <summary>The column that sums up the wait, or -1.</summary>
    public int Column { get; init; }

    /// <summary>The transfer with the link to oneself, in nanoseconds.</summary>
    public long Alone { get; init; }

    /// <summary>For an amount held beyond its step: the step at whose end it is given back, else -1.</summary>
    public int Until { get; init; }
}
