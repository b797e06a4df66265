namespace Simulator.Experiments.Imports;

/// <summary>What was found in the files of other tools.</summary>
/// <param name="Strategies">The strategies in the order of the files, at least one.</param>
/// <param name="Notes">What belongs to no strategy and is not carried over.</param>
public sealed record ImportResult(IReadOnlyList<ImportedStrategy> Strategies, IReadOnlyList<ImportNote> Notes);
