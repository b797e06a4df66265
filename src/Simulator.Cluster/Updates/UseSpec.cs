namespace Simulator.Cluster.Updates;

/// <summary>One server of a station, held from grant to the end of the step.</summary>
/// <param name="Service">The name of a station.</param>
/// <param name="Priority">Smaller goes first where the station serves by priority.</param>
public sealed record UseSpec(string Service, int Priority = 0);
