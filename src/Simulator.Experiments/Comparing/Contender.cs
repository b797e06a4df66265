using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Comparing;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">Unique among those compared: a scenario's name, or a preset as it was written.</param>
/// <param name="Scenario">The scenario.</param>
public sealed record Contender(string Name, Scenario Scenario);
