using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>A stream of customers of one kind.</summary>
/// <param name="Gap">Seconds between arrivals; the first one comes at t = 0.</param>
/// <param name="Service">Seconds of service.</param>
/// <param name="Batch">How many come at once.</param>
internal sealed record Arrivals(Distribution Gap, Distribution Service, int Batch = 1);
