namespace Simulator.Cluster.Bounds;

/// <summary>A time below which no run with these draws can stay, and why.</summary>
/// <param name="Nanoseconds">The bound.</param>
/// <param name="By"><c>longest node</c>, a service, or <c>rollout.limit</c>.</param>
public readonly record struct LowerBound(long Nanoseconds, string By);
