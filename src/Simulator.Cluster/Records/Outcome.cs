namespace Simulator.Cluster.Records;

/// <summary>How a node ended.</summary>
public enum Outcome
{
    /// <summary>Not yet.</summary>
    Pending,

    /// <summary>All its steps are done.</summary>
    Verified,

    /// <summary>A step failed for good.</summary>
    Failed,

    /// <summary>The rollout stopped before it was admitted; it has the old version.</summary>
    Skipped,
}
