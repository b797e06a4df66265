using Simulator.Cluster.Services;

namespace Simulator.Cluster.Updates;

/// <summary>An amount of a budget, held from grant to the end of this step, or of a later one.</summary>
/// <param name="Service">The name of a budget.</param>
/// <param name="Amount">How much, in the budget's dimension.</param>
/// <param name="Until">The later step of the same level at whose end it is given back; this one where it is null.</param>
public sealed record NeedSpec(string Service, Amount Amount, string? Until = null);
