namespace Simulator.Cluster.Services;

/// <summary>Something that nodes share and wait for.</summary>
public abstract record ServiceSpec
{
    /// <summary>Its name in the scenario, kebab-case, unique among services.</summary>
    public required string Name { get; init; }

    /// <summary>The level of which each group has one of its own; <c>cluster</c>, the default, means one for all.</summary>
    public string Per { get; init; } = Topology.Levels.Cluster;
}
