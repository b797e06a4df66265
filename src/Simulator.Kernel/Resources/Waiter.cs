namespace Simulator.Kernel.Resources;

/// <summary>A request that waits.</summary>
/// <param name="Key">Its rank among requests of one instant, smallest first.</param>
/// <param name="Customer">Who made it.</param>
/// <param name="Tag">Handed back with the grant.</param>
/// <param name="Amount">How much it wants, in units of the resource.</param>
public readonly record struct Waiter(ulong Key, int Customer, int Tag, long Amount);
