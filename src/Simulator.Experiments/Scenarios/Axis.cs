namespace Simulator.Experiments.Scenarios;

/// <summary>One quantity of a scenario that a sweep varies.</summary>
/// <param name="Path">Its key path, such as <c>cluster.nodes</c>.</param>
/// <param name="Values">The values as they are written, at least one, in the order of the file; each fits the scenario.</param>
/// <param name="Scale">How the values lie.</param>
public sealed record Axis(string Path, IReadOnlyList<string> Values, AxisScale Scale);
