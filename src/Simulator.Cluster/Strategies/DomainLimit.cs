namespace Simulator.Cluster.Strategies;

/// <summary>At most so many units of one group at a time, beside the limit for all.</summary>
/// <param name="Level">The level of the groups, above that of the unit: <c>rack</c>, <c>zone</c>.</param>
/// <param name="Most">Units that hold places in one group at once, at least 1.</param>
public sealed record DomainLimit(string Level, int Most);
