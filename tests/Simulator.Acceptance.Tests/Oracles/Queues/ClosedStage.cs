using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Where tokens of a closed network go in turn.</summary>
/// <param name="Laws">Seconds that a token of each kind takes here.</param>
/// <param name="Servers">How many are served at once; nobody waits where it is null.</param>
/// <param name="IsShared">Processor sharing: all are served at once, by one server together.</param>
internal sealed record ClosedStage(IReadOnlyList<Distribution> Laws, long? Servers = null, bool IsShared = false);
