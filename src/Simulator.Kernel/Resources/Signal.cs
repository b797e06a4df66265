using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources;

/// <summary>A message to all who wait for it: something has changed, look again.</summary>
/// <remarks>
/// It is not remembered: who waits after the round in which it was sent waits for the next. Who waits in that round,
/// before or after the call, hears it. Wait in a loop around the condition that is meant.
/// </remarks>
public sealed class Signal : Resource
{
    private readonly WaitQueue _queue = new();

    /// <summary>A signal that nobody waits for.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    public Signal(Simulation simulation, string name)
        : base(simulation, name) { }

    /// <inheritdoc/>
    public override int QueueLength => _queue.Count;

    /// <summary>Nothing is held.</summary>
    public override long Held => 0;

    /// <summary>Wakes all who wait at the end of this round.</summary>
    public void Send() => Touch();

    /// <summary>Waits until it is sent.</summary>
    /// <returns>What the process awaits.</returns>
    public Wait Wait() => Ask();

    /// <summary>Waits until it is sent.</summary>
    /// <param name="key">Rank among those who wait since one round.</param>
    /// <param name="customer">Who waits.</param>
    /// <param name="tag">Handed back with the signal.</param>
    public void Wait(ulong key, int customer, int tag)
    {
        NoteArrival(customer, tag);
        _queue.Add(new Waiter(key, customer, tag, 1), Simulation.Round);
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag) => NoteWithdrawal(customer, tag, _queue.Remove(customer, tag));

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Wait(claim.Key, claim.Customer, claim.Tag);

    /// <summary>All who wait go on; a decision is due only where it was sent.</summary>
    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _queue.Settle();
        while (_queue.Count > 0)
        {
            grants.Give(_queue.First);
            _queue.RemoveFirst();
        }
    }
}
