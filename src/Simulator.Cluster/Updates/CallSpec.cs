namespace Simulator.Cluster.Updates;

/// <summary>Calls to a rate-limited service, made at once when the step begins.</summary>
/// <param name="Service">The name of a token bucket.</param>
/// <param name="Count">w, calls (tokens), from 1 to the burst.</param>
public sealed record CallSpec(string Service, long Count);
