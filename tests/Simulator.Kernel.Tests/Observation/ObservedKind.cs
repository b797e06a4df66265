using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>A resource, how a customer visits it, and what it says itself of the time for which something was held.</summary>
internal sealed record ObservedKind(
    Resource Resource,
    Func<Customer, int, Process> Visit,
    bool DoesTheWork = false,
    Func<Int128>? HeldTime = null
);
