namespace Simulator.Cluster.Services;

/// <summary>A capacity of which steps hold amounts, such as power; a step <c>needs</c> some of it.</summary>
public sealed record BudgetSpec : ServiceSpec
{
    /// <summary>What may be held at once, above 0.</summary>
    public required Amount Capacity { get; init; }
}
