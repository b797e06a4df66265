using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Services;

/// <summary>Something that nodes share and wait for.</summary>
public abstract record ServiceSpec
{
    /// <summary>Its name in the scenario, kebab-case, unique among services.</summary>
    public required string Name { get; init; }

    /// <summary>The level of which each group has one of its own; <c>cluster</c>, the default, means one for all.</summary>
    public string Per { get; init; } = Topology.Levels.Cluster;

    /// <summary>When it is down; never where it is null. Stations and links only.</summary>
    public OutageSpec? Outages { get; init; }

    /// <summary>How a client that was refused comes again; null where nobody is refused.</summary>
    internal virtual Backoff? ClientRetry => null;

    /// <summary>Whether what it gives to one alone depends on the hour.</summary>
    internal virtual bool IsTimed => Outages is not null;
}
