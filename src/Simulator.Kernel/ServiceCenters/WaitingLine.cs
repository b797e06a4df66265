namespace Simulator.Kernel.ServiceCenters;

/// <summary>Those who wait, in the order in which they are served; they are known by the number of their job.</summary>
internal abstract class WaitingLine
{
    public abstract int Count { get; }

    /// <summary>Joins, or comes back with the sequence number of its first coming.</summary>
    public abstract void Add(int job, int priority, long sequence);

    /// <summary>The priority of the next one; 0 where there are none.</summary>
    public abstract int NextPriority { get; }

    public abstract int TakeNext();

    /// <summary>Takes one out who waits; O(n).</summary>
    public abstract void Remove(int job);
}
