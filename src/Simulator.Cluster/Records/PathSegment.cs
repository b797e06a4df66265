namespace Simulator.Cluster.Records;

/// <summary>A stretch of the critical path.</summary>
/// <param name="Step">Index of the step in the plan.</param>
/// <param name="Group">The node, or the group, that did it.</param>
/// <param name="Cause">What the time went to: see <see cref="Causes"/>.</param>
/// <param name="Nanoseconds">How long.</param>
public readonly record struct PathSegment(int Step, int Group, int Cause, long Nanoseconds);
