using Simulator.Kernel;

namespace Simulator.Cluster.Updates;

/// <summary>Data that a step fetches over a link.</summary>
/// <param name="Size">How much.</param>
/// <param name="From">The name of a link.</param>
public sealed record TransferSpec(DataSize Size, string From);
