namespace Simulator.Cluster;

/// <summary>A run came to rest with nodes that are neither verified nor failed: everybody waits for somebody.</summary>
public sealed class DeadlockException : Exception
{
    /// <summary>Names who waits for what.</summary>
    /// <param name="message">The whole sentence.</param>
    public DeadlockException(string message)
        : base(message) { }
}
