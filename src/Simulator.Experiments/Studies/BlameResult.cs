namespace Simulator.Experiments.Studies;

/// <summary>A part of the time of the node that ends last.</summary>
/// <param name="Cause"><c>work</c>, <c>failures</c>, a service, or <c>rollout.limit</c>.</param>
/// <param name="Seconds">Mean over replications, in seconds.</param>
/// <param name="BitesShare">Share of the replications in which the part is at least 1 % of T.</param>
public sealed record BlameResult(string Cause, double Seconds, double BitesShare);
