namespace Simulator.Cluster.Bounds;

/// <summary>A run was faster than its own lower bound: a bug of the simulator, never of the scenario.</summary>
public sealed class BoundViolatedException : Exception
{
    /// <summary>States the run and the bound.</summary>
    /// <param name="message">The whole sentence.</param>
    public BoundViolatedException(string message)
        : base(message) { }
}
