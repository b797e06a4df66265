namespace Simulator.Cluster.Strategies;

/// <summary>Where the first tick lies; the others follow every P.</summary>
public enum TickPhase
{
    /// <summary>At t = 0.</summary>
    Aligned,

    /// <summary>Uniform in [0, P): what ticks has been running for long.</summary>
    Uniform,

    /// <summary>Uniform in [P/2, 3P/2): what ticks was started together with the rollout.</summary>
    Restart,
}
