namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A number of things, before it is known which things there are.</summary>
/// <param name="Number">The count, or the share in [0, 1].</param>
/// <param name="Unit">The word as it was written; <c>%</c> for a share; empty for a bare number.</param>
internal sealed record Counted(decimal Number, string Unit);
