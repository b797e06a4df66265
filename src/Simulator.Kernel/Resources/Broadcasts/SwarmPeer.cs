namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>What a member of a swarm can do.</summary>
/// <param name="Upload">u, at least 0.</param>
/// <param name="Download">d, above 0; no limit where it is null.</param>
public readonly record struct SwarmPeer(DataRate Upload, DataRate? Download = null);
