using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>
/// A broadcast of one thing to N receivers, 0, 1, ..., N − 1: each may be waited for by one customer, which is woken at the
/// instant at which the receiver has it all, in the order of keys among all wake-ups of that instant.
/// </summary>
public abstract class Receivers : Resource
{
    private readonly Waiter?[] _waiters;
    private readonly bool[] _hasAll;

    /// <summary>N receivers that have nothing.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="count">N, at least 1.</param>
    private protected Receivers(Simulation simulation, string name, int count)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _waiters = new Waiter?[count];
        _hasAll = new bool[count];
    }

    /// <summary>N.</summary>
    public int Count => _hasAll.Length;

    /// <summary>Receivers that have it all.</summary>
    public int Complete { get; private set; }

    /// <summary>The instant at which the last receiver so far had it all.</summary>
    public SimTime LastAt { get; private set; }

    /// <inheritdoc/>
    public override int QueueLength => _waiters.Count(waiter => waiter is not null);

    /// <summary>Nothing is held.</summary>
    public override long Held => 0;

    private protected bool IsOver => Complete == Count;

    /// <summary>Waits until a receiver has it all.</summary>
    /// <param name="receiver">From 0 to N − 1.</param>
    /// <returns>What the process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such receiver.</exception>
    public Wait Receive(int receiver)
    {
        CheckReceiver(receiver);
        return Ask(1, receiver);
    }

    /// <summary>Waits until a receiver has it all.</summary>
    /// <param name="key">Rank among wake-ups of one instant.</param>
    /// <param name="customer">Who waits.</param>
    /// <param name="tag">Handed back on waking.</param>
    /// <param name="receiver">From 0 to N − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such receiver.</exception>
    /// <exception cref="InvalidOperationException">Somebody waits for it already.</exception>
    public void Receive(ulong key, int customer, int tag, int receiver)
    {
        CheckReceiver(receiver);
        if (_hasAll[receiver])
        {
            NoteArrival(customer, tag);
            NoteEnd(customer, tag);
            Simulation.Schedule(Simulation.Now, key, customer, tag);
            return;
        }

        if (_waiters[receiver] is not null)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At {Simulation.Now}: two wait for receiver {receiver} of '{Name}'."
                )
            );
        }

        NoteArrival(customer, tag);
        _waiters[receiver] = new Waiter(key, customer, tag, 1);
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag)
    {
        var index = Array.FindIndex(
            _waiters,
            one => one is { } waiter && waiter.Customer == customer && waiter.Tag == tag
        );
        if (index < 0)
        {
            return false;
        }

        _waiters[index] = null;
        return NoteWithdrawal(customer, tag, isFound: true);
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Receive(claim.Key, claim.Customer, claim.Tag, claim.Priority);

    /// <summary>Nothing is decided but by wake-ups of its own.</summary>
    /// <inheritdoc/>
    protected override void Decide(GrantList grants) { }

    private protected bool HasAll(int receiver) => _hasAll[receiver];

    /// <summary>A receiver has it all now.</summary>
    private protected void Finish(int receiver)
    {
        _hasAll[receiver] = true;
        Complete++;
        LastAt = Simulation.Now;
        if (_waiters[receiver] is { } waiter)
        {
            _waiters[receiver] = null;
            NoteEnd(waiter.Customer, waiter.Tag);
            Simulation.Schedule(Simulation.Now, waiter.Key, waiter.Customer, waiter.Tag);
        }
    }

    private protected void CheckReceiver(int receiver)
    {
        if (receiver < 0 || receiver >= Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(receiver),
                receiver,
                string.Create(CultureInfo.InvariantCulture, $"'{Name}' has {Count} receivers, from 0.")
            );
        }
    }
}
