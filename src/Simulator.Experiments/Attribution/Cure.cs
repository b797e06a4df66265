using Simulator.Analysis.Estimates;

namespace Simulator.Experiments.Attribution;

/// <summary>One step of curing what costs most, again and again.</summary>
/// <param name="Factors">What is removed; more than one where they hide each other.</param>
/// <param name="Saves">What that saves, all earlier cures in place; seconds.</param>
/// <param name="RestSeconds">Mean T that is left.</param>
public sealed record Cure(IReadOnlyList<string> Factors, Estimate Saves, double RestSeconds);
