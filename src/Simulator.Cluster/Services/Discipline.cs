namespace Simulator.Cluster.Services;

/// <summary>Who is served next.</summary>
public enum Discipline
{
    /// <summary>First come, first served.</summary>
    Fifo,

    /// <summary>The smallest <c>priority</c> number of the use first, without pre-emption; first come within one.</summary>
    Priority,

    /// <summary>Last come, first served; nobody is interrupted.</summary>
    Lifo,

    /// <summary>Each of those who wait is next with equal probability; nobody is interrupted.</summary>
    Random,

    /// <summary>
    /// As <see cref="Priority"/>, but who comes pushes out the least urgent one in service, which resumes later with exactly
    /// the work that was left.
    /// </summary>
    PreemptivePriority,

    /// <summary>Nobody waits: n at once are served together as fast as min(n, c) servers.</summary>
    Sharing,
}
