namespace Simulator.Cluster.Strategies;

/// <summary>How a waiting unit gets its place.</summary>
public enum Admission
{
    /// <summary>Sliding: the next unit starts when one is done.</summary>
    Window,

    /// <summary>Barrier: the next batch starts when all units of this one are done.</summary>
    Batch,

    /// <summary>A list of sizes, each a batch; a limit holds inside each of them.</summary>
    Waves,

    /// <summary>A list of sizes, each begun at its time whether the one before is done or not.</summary>
    Schedule,

    /// <summary>Every unit looks at ticks of its own and takes a place that it finds free.</summary>
    Lock,

    /// <summary>One loop looks at its ticks and admits as many as there are free places.</summary>
    Controller,
}
