namespace Simulator.Cluster.Tests.Reference;

/// <summary>Which services a random step asks: bits or numbers, cut to what there is.</summary>
/// <param name="Uses">Stations, as bits.</param>
/// <param name="Priority">The priority of the uses.</param>
/// <param name="Needs">Budgets, as bits.</param>
/// <param name="Amount">The amount of each need, cut to the capacity.</param>
/// <param name="Until">Which of the later steps ends the needs; none where negative.</param>
/// <param name="Calls">Buckets, as bits.</param>
/// <param name="Count">Tokens of each call, cut to the burst.</param>
internal sealed record ResourceDraft(int Uses, int Priority, int Needs, int Amount, int Until, int Calls, int Count);
