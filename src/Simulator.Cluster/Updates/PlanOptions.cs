namespace Simulator.Cluster.Updates;

/// <summary>Which of the things that make a rollout slower than O(1) are in force: all of them unless told otherwise.</summary>
public sealed record PlanOptions
{
    /// <summary>The rollout as it is.</summary>
    public static readonly PlanOptions Real = new();

    /// <summary>
    /// Every node (every group, for steps per group) alone on private copies of all services, nobody waits for a place,
    /// nothing fails: the makespan is max T_solo, whose mean is T_inf(N).
    /// </summary>
    public static readonly PlanOptions Solo = new()
    {
        HasFailures = false,
        HasLimit = false,
        AllServicesPrivate = true,
    };

    /// <summary>As <see cref="Solo"/>, and every step done by each node for itself: the mean over nodes estimates T_1.</summary>
    public static readonly PlanOptions SingleNode = Solo with { IsUncoupled = true };

    /// <summary>Whether attempts fail.</summary>
    public bool HasFailures { get; init; } = true;

    /// <summary>Whether the rollout's limit, batches and waves hold; false admits everybody at once.</summary>
    public bool HasLimit { get; init; } = true;

    /// <summary>Whether batches and waves wait for their last unit; false makes a sliding window of the same size of them.</summary>
    public bool HasBarrier { get; init; } = true;

    /// <summary>Whether each node has a private copy of every service.</summary>
    public bool AllServicesPrivate { get; init; }

    /// <summary>Names of services of which each node has a private copy.</summary>
    public IReadOnlySet<string> PrivateServices { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether steps per group are done by each node for itself.</summary>
    public bool IsUncoupled { get; init; }

    internal bool IsPrivate(string service) => AllServicesPrivate || PrivateServices.Contains(service);
}
