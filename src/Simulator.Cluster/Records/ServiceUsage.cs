namespace Simulator.Cluster.Records;

/// <summary>How a service was used in one run, over all its copies.</summary>
/// <param name="Service">Index in the model.</param>
/// <param name="Copies">Copies that were asked at all.</param>
/// <param name="BusySeconds">∫ held dt: server-seconds, unit-seconds, flow-seconds; tokens for a bucket.</param>
/// <param name="Rejected">Calls that were refused.</param>
public sealed record ServiceUsage(int Service, int Copies, double BusySeconds, long Rejected);
