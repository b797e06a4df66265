using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Gathering;

/// <summary>Collects those who come until B are there or W has passed since the first of them; then all go on together.</summary>
/// <remarks>
/// Where more than B come in one round, the first B by (round, key) make a batch, and so on. Who leaves does not restart
/// the clock of those who stay. O(1) per customer.
/// </remarks>
public sealed class Batcher : Resource
{
    private readonly WaitQueue _queue = new();
    private SimTime _openedAt;

    /// <summary>A batcher with nobody in it.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="size">B, at least 1.</param>
    /// <param name="patience">W, at least 0; without bound where it is null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Batcher(Simulation simulation, string name, int size, SimTime? patience = null)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(patience?.Nanoseconds ?? 0, nameof(patience));
        (Size, Patience) = (size, patience);
    }

    /// <summary>B: a batch never holds more.</summary>
    public int Size { get; }

    /// <summary>W: nobody waits longer.</summary>
    public SimTime? Patience { get; }

    /// <inheritdoc/>
    public override int QueueLength => _queue.Count;

    /// <summary>Nothing is held.</summary>
    public override long Held => 0;

    /// <summary>Batches that went on because they were full.</summary>
    public long FullCount { get; private set; }

    /// <summary>Batches that went on because the time was over.</summary>
    public long TimedOutCount { get; private set; }

    /// <summary>Joins the batch that is open; <c>await</c> ends when it goes on.</summary>
    /// <returns>What the process awaits.</returns>
    public Wait Join() => Ask();

    /// <summary>Joins the batch that is open.</summary>
    /// <param name="key">Rank among those who join in one round.</param>
    /// <param name="customer">Who joins.</param>
    /// <param name="tag">Handed back when the batch goes on.</param>
    public void Join(ulong key, int customer, int tag)
    {
        if (_queue.Count == 0)
        {
            Open();
        }

        NoteArrival(customer, tag);
        _queue.Add(new Waiter(key, customer, tag, 1), Simulation.Round);
        if (_queue.Count >= Size)
        {
            Touch();
        }
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag) => NoteWithdrawal(customer, tag, _queue.Remove(customer, tag));

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Join(claim.Key, claim.Customer, claim.Tag);

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _queue.Settle();
        var wasFull = false;
        for (; _queue.Count >= Size; wasFull = true)
        {
            FullCount++;
            Send(Size, grants);
        }

        if (_queue.Count > 0 && wasFull)
        {
            Open();
        }

        if (_queue.Count > 0 && Patience is { } patience && Simulation.Now - _openedAt >= patience)
        {
            TimedOutCount++;
            Send(_queue.Count, grants);
        }
    }

    private void Send(int count, GrantList grants)
    {
        for (; count > 0; count--)
        {
            grants.Give(_queue.First);
            _queue.RemoveFirst();
        }
    }

    /// <summary>A batch begins now.</summary>
    private void Open()
    {
        _openedAt = Simulation.Now;
        if (Patience is { } patience)
        {
            Simulation.Schedule(_openedAt + patience, 0, Customer, 0);
        }
    }
}
