namespace Simulator.Cluster.Topology;

/// <summary>N nodes in nested groups.</summary>
public sealed record ClusterSpec
{
    /// <summary>N, from 1 to 100,000,000.</summary>
    public required int Nodes { get; init; }

    /// <summary>Groups from the innermost to the outermost, such as rack, then row; empty where nothing is grouped.</summary>
    public IReadOnlyList<TopologyLevel> Topology { get; init; } = [];

    /// <summary>GPUs in a node, at least 1, where capacity is counted in GPU-hours too.</summary>
    public int? GpusPerNode { get; init; }
}
