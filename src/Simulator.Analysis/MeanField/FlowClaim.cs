namespace Simulator.Analysis.MeanField;

/// <summary>What a customer holds of a capacity, from the start of a stage to the end of the same or a later one.</summary>
/// <param name="Capacity">The number of the capacity in <see cref="FlowNetwork.Capacities"/>.</param>
/// <param name="Amount">How much one customer holds, above 0.</param>
/// <param name="From">The stage that waits for it.</param>
/// <param name="Until">The stage at whose end it is given back, at least <paramref name="From"/>.</param>
public readonly record struct FlowClaim(int Capacity, double Amount, int From, int Until);
