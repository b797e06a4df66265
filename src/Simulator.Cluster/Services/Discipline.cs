namespace Simulator.Cluster.Services;

/// <summary>Who is served next.</summary>
public enum Discipline
{
    /// <summary>First come, first served.</summary>
    Fifo,

    /// <summary>The smallest <c>priority</c> number of the use first, without pre-emption; first come within one.</summary>
    Priority,
}
