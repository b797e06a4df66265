namespace Simulator.Cluster.Strategies;

/// <summary>Why a rollout stopped before every unit was admitted.</summary>
public enum HaltCause
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>More nodes failed than the policy tolerates.</summary>
    Errors,

    /// <summary>A health probe between two batches failed.</summary>
    Gate,

    /// <summary>Nothing got done for longer than the progress deadline.</summary>
    Deadline,

    /// <summary>Failed nodes hold all places, so that nobody else can ever be admitted.</summary>
    Blocked,
}
