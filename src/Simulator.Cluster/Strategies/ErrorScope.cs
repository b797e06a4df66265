namespace Simulator.Cluster.Strategies;

/// <summary>Which failures a policy counts, and of how many nodes a share is taken.</summary>
public enum ErrorScope
{
    /// <summary>All; of N.</summary>
    Rollout,

    /// <summary>Those of one batch; of its nodes.</summary>
    Batch,

    /// <summary>All so far, judged at the end of each batch; of the nodes of the batches that have begun.</summary>
    Begun,
}
