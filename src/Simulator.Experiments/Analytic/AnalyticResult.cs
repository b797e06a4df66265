using Simulator.Cluster.Bounds;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Analytic;

/// <summary>A scenario answered by mean values.</summary>
/// <param name="Command"><c>run</c> or <c>sweep</c>.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Axes">Paths of the axes; empty for <c>run</c>.</param>
/// <param name="Cells">In the order of expansion, the last axis fastest.</param>
/// <param name="Kind">What kind of scenario it is, and how far off the answer usually is.</param>
/// <param name="Limits">Every declared limit with its analytic N*.</param>
/// <param name="Warnings">What was left out.</param>
public sealed record AnalyticResult(
    string Command,
    Scenario Scenario,
    IReadOnlyList<string> Axes,
    IReadOnlyList<AnalyticCell> Cells,
    AnalyticKind Kind,
    IReadOnlyList<DeclaredLimit> Limits,
    IReadOnlyList<string> Warnings
);
