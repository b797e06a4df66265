namespace Simulator.Analysis.MeanField;

/// <summary>One stage of the way of a customer: it waits for what it claims and calls, fetches, and takes its time.</summary>
public sealed record FlowStage
{
    /// <summary>How long it takes once everything is there, the transfer not included.</summary>
    public required GridLaw Delay { get; init; }

    /// <summary>Calls before the start.</summary>
    public IReadOnlyList<FlowCall> Calls { get; init; } = [];

    /// <summary>A transfer before the delay; none where it is null.</summary>
    public FlowTransfer? Transfer { get; init; }

    /// <summary>The share of customers that ends here for good, in [0, 1).</summary>
    public double Lost { get; init; }
}
