namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>One replication of an open model in a few numbers, its warm-up left out.</summary>
internal sealed record FlowStatistics
{
    /// <summary>Customers that came to an end, by a service or a refusal.</summary>
    public required int Customers { get; init; }

    public required double MeanStay { get; init; }

    public required double MeanNumber { get; init; }

    public required double ShareSaturated { get; init; }

    public required double ShareRejected { get; init; }

    /// <summary>Customers that go on at one instant.</summary>
    public required double MeanBatch { get; init; }
}
