namespace Simulator.Cluster.Tests.Reference;

/// <summary>A request that waits.</summary>
/// <param name="Task">Who asks.</param>
/// <param name="Amount">Servers, units, tokens.</param>
/// <param name="Priority">Smaller goes first.</param>
/// <param name="Round">The round of drain and decision in which it came.</param>
/// <param name="Until">The step at whose end what it asks for is given back.</param>
internal sealed record ReferenceRequest(ReferenceTask Task, long Amount, int Priority, long Round, string Until)
{
    /// <summary>Priority, then first come, then node, then the step's place in the plan.</summary>
    public bool GoesBefore(ReferenceRequest other) =>
        (Priority, Round, Task.FirstNode, Task.Step.Place).CompareTo(
            (other.Priority, other.Round, other.Task.FirstNode, other.Task.Step.Place)
        ) < 0;
}
