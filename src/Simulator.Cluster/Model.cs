using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster;

/// <summary>All that a rollout is made of: the cluster, what its nodes share, what is done to them, and by which strategy.</summary>
/// <remarks>Immutable and thread-safe; the same model may be run on many threads at once.</remarks>
public sealed record Model
{
    /// <summary>The nodes and how they nest.</summary>
    public required ClusterSpec Cluster { get; init; }

    /// <summary>What the nodes share, in the order of the file; names are unique.</summary>
    public required IReadOnlyList<ServiceSpec> Services { get; init; }

    /// <summary>The steps from old version to new version.</summary>
    public required UpdateSpec Update { get; init; }

    /// <summary>Who may be updated when.</summary>
    public required RolloutSpec Rollout { get; init; }
}
