namespace Simulator.Cluster.Topology;

/// <summary>One level of grouping: each group holds <c>Size</c> members of the level below; the last may be partial.</summary>
/// <param name="Name">The word for one group, such as <c>rack</c>; not <c>node</c> and not <c>cluster</c>.</param>
/// <param name="Size">Members of the level below in a full group, at least 1.</param>
public sealed record TopologyLevel(string Name, int Size);
