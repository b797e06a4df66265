namespace Simulator.Cluster.Services;

/// <summary>c identical servers before one queue; a step that <c>uses</c> it holds one server while it works.</summary>
public sealed record StationSpec : ServiceSpec
{
    /// <summary>c, at least 1.</summary>
    public required long Servers { get; init; }

    /// <summary>Who goes first.</summary>
    public Discipline Discipline { get; init; }
}
