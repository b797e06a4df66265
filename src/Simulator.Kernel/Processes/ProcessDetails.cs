using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Processes;

/// <summary>What few processes need: calls, those that wait for its end, interrupts that come too early.</summary>
internal sealed class ProcessDetails
{
    /// <summary>The innermost called process, which moves on next.</summary>
    public Process? Frame { get; set; }

    /// <summary>A call or a return happened: <see cref="Frame"/> moves on without a wait.</summary>
    public bool GoesOn { get; set; }

    /// <summary>Which of several waits was over first.</summary>
    public int First { get; set; }

    public Queue<InterruptedException> Interruptions { get; } = [];

    public List<Claim> Joiners { get; } = [];

    public void RemoveJoiner(int customer, int tag) =>
        Joiners.RemoveAll(claim => claim.Customer == customer && claim.Tag == tag);

    public void WakeJoiners(Simulation simulation)
    {
        foreach (var claim in Joiners)
        {
            simulation.ScheduleIn(0, claim.Key, claim.Customer, claim.Tag);
        }

        Joiners.Clear();
    }
}
