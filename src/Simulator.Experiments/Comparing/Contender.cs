using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Comparing;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">Unique among those compared: a scenario's name, or a preset's id.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Preset">The preset as it was written, such as <c>pdsh(fanout: 64)</c>; null where the strategy is the file's.</param>
public sealed record Contender(string Name, Scenario Scenario, string? Preset = null);
