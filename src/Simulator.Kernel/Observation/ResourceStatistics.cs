using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Observation;

/// <summary>
/// What a resource was like for a while: the levels of its queue and of what it held, and the times of those who came.
/// </summary>
/// <remarks>
/// <para>
/// A time counts where it ends. Who comes and goes while it is observed obeys, exactly and in nanoseconds, ∫ queue dt =
/// Σ (waits + withdrawals + rejections) where the resource lends, and ∫ (queue + held) dt = Σ (stays + withdrawals) where
/// it does the work itself; with customers under way at the ends both are Little's law, L = λ W.
/// </para>
/// <para>All sums are whole numbers, so merging has no order. Not thread-safe.</para>
/// <para>Source: J. D. C. Little, A proof for the queuing formula L = λ W, <i>Operations Research</i> 9(3), 1961.</para>
/// </remarks>
public sealed class ResourceStatistics
{
    /// <summary>Customers that wait, over time: <see cref="Resource.QueueLength"/>.</summary>
    public LevelTally Queue { get; } = new();

    /// <summary>Servers, units or flows in use, over time: <see cref="Resource.Held"/>. Its mean by their number is the utilisation.</summary>
    public LevelTally Held { get; } = new();

    /// <summary>Customers that came.</summary>
    public long Arrivals { get; internal set; }

    /// <summary>From coming to being given, or first served. Empty for links, where nobody waits.</summary>
    public DurationTally Waits { get; } = new();

    /// <summary>From coming to the end, where the resource does the work itself: centers, links, networks.</summary>
    public DurationTally Stays { get; } = new();

    /// <summary>From coming to giving up: interrupted, or withdrawn by the model.</summary>
    public DurationTally Withdrawals { get; } = new();

    /// <summary>From coming to being refused.</summary>
    public DurationTally Rejections { get; } = new();

    /// <summary>Takes the statistics of another window in, of this run or of another replication.</summary>
    /// <param name="other">Statistics of the same kind of resource; they stay as they are.</param>
    public void Merge(ResourceStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Queue.Merge(other.Queue);
        Held.Merge(other.Held);
        Arrivals += other.Arrivals;
        Waits.Merge(other.Waits);
        Stays.Merge(other.Stays);
        Withdrawals.Merge(other.Withdrawals);
        Rejections.Merge(other.Rejections);
    }
}
