namespace Simulator.Kernel.Resources.Gathering;

/// <summary>When a quorum says whether it was reached.</summary>
public enum QuorumRule
{
    /// <summary>As soon as k have arrived, or so many have failed that k never will.</summary>
    AsSoonAsKnown,

    /// <summary>When all n have arrived or failed, as at the end of a wave.</summary>
    WhenAllReported,
}
