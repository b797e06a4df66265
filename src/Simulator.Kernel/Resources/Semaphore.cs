using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources;

/// <summary>A capacity that customers hold amounts of: a budget. First come, first served, head of line blocks.</summary>
/// <remarks>A request behind one that does not fit waits, even if it would fit itself: no starvation of the large.</remarks>
public sealed class Semaphore : Resource
{
    private readonly WaitQueue _queue = new();
    private Usage _usage;
    private long _held;

    /// <summary>A free capacity.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="capacity">Units that may be held at once, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Capacity below 1.</exception>
    public Semaphore(Simulation simulation, string name, long capacity)
        : base(simulation, name)
    {
        if (capacity < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(capacity),
                capacity,
                $"'{name}' needs a capacity of at least 1."
            );
        }

        Capacity = capacity;
    }

    /// <summary>Units that may be held at once.</summary>
    public long Capacity { get; }

    /// <inheritdoc/>
    public override int QueueLength => _queue.Count;

    /// <inheritdoc/>
    public override long Held => _held;

    /// <summary>∫ held units dt so far, in unit-nanoseconds.</summary>
    public Int128 HeldTime => _usage.Until(_held, Simulation.Now);

    /// <summary>Queues for an amount; <c>await</c> it, then <see cref="Release"/> the same amount.</summary>
    /// <param name="amount">Units, from 1 to <see cref="Capacity"/>.</param>
    /// <returns>What the process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount could never be granted.</exception>
    public Wait Acquire(long amount = 1)
    {
        CheckAmount(amount);
        return Ask(amount);
    }

    /// <summary>Asks for an amount; the grant comes in the start round of this instant at the earliest.</summary>
    /// <param name="key">Rank among arrivals of one instant.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="tag">Handed back with the grant.</param>
    /// <param name="amount">Units, from 1 to <see cref="Capacity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount could never be granted.</exception>
    public void Request(ulong key, int customer, int tag, long amount = 1)
    {
        CheckAmount(amount);
        NoteArrival(customer, tag);
        _queue.Add(new Waiter(key, customer, tag, amount), Simulation.Round);
        if (_held < Capacity)
        {
            Touch();
        }
    }

    /// <summary>Gives an amount back.</summary>
    /// <param name="amount">Units, at least 1.</param>
    /// <exception cref="InvalidOperationException">More than is held.</exception>
    public void Release(long amount = 1)
    {
        if (amount < 1 || amount > _held)
        {
            throw new InvalidOperationException(Blame($"releases {amount} units of '{Name}', {_held} are held"));
        }

        _usage.Close(_held, Simulation.Now);
        _held -= amount;
        if (_queue.Count > 0)
        {
            Touch();
        }
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag)
    {
        var isFound = _queue.Remove(customer, tag);
        if (isFound && _queue.Count > 0)
        {
            Touch();
        }

        return NoteWithdrawal(customer, tag, isFound);
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Request(claim.Key, claim.Customer, claim.Tag, claim.Amount);

    /// <inheritdoc/>
    protected override void GiveBack(long amount) => Release(amount);

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _queue.Settle();
        _usage.Close(_held, Simulation.Now);
        while (_queue.Count > 0 && _queue.First.Amount <= Capacity - _held)
        {
            var first = _queue.First;
            grants.Give(first);
            _held += first.Amount;
            _queue.RemoveFirst(Simulation);
        }
    }

    private void CheckAmount(long amount)
    {
        if (amount < 1 || amount > Capacity)
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount),
                amount,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{Name}' holds {Capacity} units; a request for {amount} can never be met."
                )
            );
        }
    }
}
