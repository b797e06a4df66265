namespace Simulator.Cluster.Strategies;

/// <summary>How a waiting unit gets its place.</summary>
public enum Admission
{
    /// <summary>Sliding: the next unit starts when one is done.</summary>
    Window,

    /// <summary>Barrier: the next batch starts when all units of this one are done.</summary>
    Batch,

    /// <summary>A list of sizes, each a batch.</summary>
    Waves,
}
