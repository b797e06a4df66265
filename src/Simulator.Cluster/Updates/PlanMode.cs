namespace Simulator.Cluster.Updates;

/// <summary>What the plan is compiled for.</summary>
public enum PlanMode
{
    /// <summary>The rollout as it is.</summary>
    Real,

    /// <summary>
    /// Every node (every group, for steps per group) alone on private copies of all services, nobody waits for a place:
    /// its makespan is max T_solo, whose mean is T_inf(N).
    /// </summary>
    Solo,

    /// <summary>As solo, and every step done by each node for itself: the mean over nodes estimates T_1.</summary>
    SingleNode,
}
