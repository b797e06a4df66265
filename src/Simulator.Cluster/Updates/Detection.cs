namespace Simulator.Cluster.Updates;

/// <summary>When a failing attempt is known to have failed.</summary>
public enum Detection
{
    /// <summary>After its full duration.</summary>
    AtEnd,

    /// <summary>As soon as the work begins: the work takes no time.</summary>
    AtOnce,

    /// <summary>When the time-out of the step is over, counted from the begin of the work.</summary>
    AtTimeOut,
}
