using Simulator.Kernel.Resources;

namespace Simulator.Kernel.ServiceCenters;

/// <summary>What a customer brought.</summary>
/// <param name="Key">Its rank among those of one instant, for coming and for leaving.</param>
/// <param name="Customer">Who brought it.</param>
/// <param name="Tag">Handed back at the end.</param>
/// <param name="Priority">Smaller goes first, where the order knows priorities.</param>
/// <param name="Left">Work left when its service began last, in 2^-44 ns at speed 1.</param>
/// <param name="Sequence">The number of its coming; -1 for a place that is free.</param>
/// <param name="IsServed">In service, not waiting.</param>
internal readonly record struct Job(
    ulong Key,
    int Customer,
    int Tag,
    int Priority,
    UInt128 Left,
    long Sequence = -1,
    bool IsServed = false
)
{
    public bool IsFree => Sequence < 0;

    /// <summary>The request that it came with, for telling its customer.</summary>
    public Waiter Request => new(Key, Customer, Tag, 1);

    /// <summary>Whether it is pushed out sooner: less urgent, or of equals the later one.</summary>
    public bool IsBehind(in Job other) =>
        Priority != other.Priority ? Priority > other.Priority : Sequence > other.Sequence;

    public static int ByKey(Job x, Job y) =>
        x.Key != y.Key ? x.Key.CompareTo(y.Key)
        : x.Customer != y.Customer ? x.Customer.CompareTo(y.Customer)
        : x.Tag.CompareTo(y.Tag);
}
