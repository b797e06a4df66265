namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>How long one replication is.</summary>
/// <param name="Replication">Its number.</param>
/// <param name="Customers">How many come, or cycles that are made.</param>
/// <param name="WarmUp">The first of them, who are not counted.</param>
internal sealed record QueuePlan(ulong Replication, int Customers, int WarmUp);
