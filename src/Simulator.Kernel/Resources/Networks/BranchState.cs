namespace Simulator.Kernel.Resources.Networks;

/// <summary>What limits the flows of a branch.</summary>
internal enum BranchState
{
    /// <summary>It has none.</summary>
    Idle,

    /// <summary>The trunk, or the cap of a flow.</summary>
    Wide,

    /// <summary>The branch itself.</summary>
    Narrow,
}
