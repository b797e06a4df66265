namespace Simulator.Cluster.Tests.Reference;

/// <summary>An amount of a service that a task holds.</summary>
/// <param name="Service">Whose.</param>
/// <param name="Amount">How much.</param>
/// <param name="Until">The step at whose end it is given back.</param>
internal sealed record Holding(ReferenceService Service, long Amount, string Until);
