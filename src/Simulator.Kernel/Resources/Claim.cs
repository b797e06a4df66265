namespace Simulator.Kernel.Resources;

/// <summary>What a process asks a resource for.</summary>
/// <param name="Key">Rank among claims of one round.</param>
/// <param name="Customer">Who asks.</param>
/// <param name="Tag">Handed back with the decision.</param>
/// <param name="Amount">How much: servers, units, tokens, bits.</param>
/// <param name="Priority">Smaller goes first, where the resource knows priorities.</param>
public readonly record struct Claim(ulong Key, int Customer, int Tag, long Amount, int Priority);
