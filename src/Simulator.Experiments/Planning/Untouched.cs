namespace Simulator.Experiments.Planning;

/// <summary>A number that the plan leaves as it is.</summary>
/// <param name="Path">Its key path.</param>
/// <param name="Value">What the file has.</param>
/// <param name="GainSeconds">What raising it without bounds would save on top of the plan; negative where it is slower.</param>
public sealed record Untouched(string Path, string Value, double GainSeconds);
