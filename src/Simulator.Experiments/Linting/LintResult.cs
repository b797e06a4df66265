using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Linting;

/// <summary>A scenario and what was found in it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Findings">In the order of the file.</param>
public sealed record LintResult(Scenario Scenario, IReadOnlyList<Finding> Findings);
