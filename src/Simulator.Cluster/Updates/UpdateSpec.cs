namespace Simulator.Cluster.Updates;

/// <summary>The steps of the update: a directed acyclic graph.</summary>
public sealed record UpdateSpec
{
    /// <summary>The steps in the order of the file, at least one; names are unique.</summary>
    public required IReadOnlyList<StepSpec> Steps { get; init; }

    /// <summary>On which nodes the new version is bad; on none where it is null.</summary>
    public DefectSpec? Defect { get; init; }
}
