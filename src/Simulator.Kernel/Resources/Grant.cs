namespace Simulator.Kernel.Resources;

/// <summary>A decision of a resource: whom it gives to, or refuses.</summary>
internal readonly record struct Grant(int Customer, int Tag, bool IsGiven);
