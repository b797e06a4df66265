namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>What is known of a customer while it is here.</summary>
internal struct Guest
{
    /// <summary>It came as number i.</summary>
    public required int Number { get; init; }

    public required int Kind { get; init; }

    /// <summary>When it came, in nanoseconds.</summary>
    public required long CameAt { get; init; }

    /// <summary>Nanoseconds that its service takes.</summary>
    public required long Service { get; init; }

    /// <summary>Nanoseconds that it waited, once its service began.</summary>
    public long Wait { get; set; }

    public bool IsHere { get; set; }
}
