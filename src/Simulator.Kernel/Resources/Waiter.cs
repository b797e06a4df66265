namespace Simulator.Kernel.Resources;

/// <summary>A request that waits: its rank at its instant, who made it, and how much it wants.</summary>
internal readonly record struct Waiter(ulong Key, int Customer, int Tag, long Amount);
