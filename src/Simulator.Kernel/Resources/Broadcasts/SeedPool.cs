using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>
/// Who has the whole file serves up to u others at a time, and who has received it serves too: with constant times the
/// holders double, which is binomial broadcast; with exponential times it is a pure birth process.
/// </summary>
/// <remarks>
/// The pool says only who may begin: how long a transfer takes is the receiver's business (a delay, a link). First come,
/// first served. O(1) per receiver.
/// </remarks>
public sealed class SeedPool : Resource
{
    private readonly WaitQueue _queue = new();
    private readonly long _uploads;
    private Usage _usage;
    private long _busy;

    /// <summary>A pool of idle holders.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="seeds">Holders at first, at least 1.</param>
    /// <param name="uploads">u, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public SeedPool(Simulation simulation, string name, long seeds, long uploads = 1)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(uploads, 1);
        (Holders, _uploads) = (seeds, uploads);
    }

    /// <summary>Who has the file at present.</summary>
    public long Holders { get; private set; }

    /// <inheritdoc/>
    public override int QueueLength => _queue.Count;

    /// <summary>Transfers under way.</summary>
    public override long Held => _busy;

    /// <summary>∫ transfers under way dt so far, in transfer-nanoseconds.</summary>
    public Int128 BusyTime => _usage.Until(_busy, Simulation.Now);

    /// <summary>Queues for a holder; then transfer, then <see cref="Complete"/> or <see cref="Release"/>.</summary>
    /// <returns>What the process awaits.</returns>
    public Wait Acquire() => Ask();

    /// <summary>Queues for a holder; the grant comes in the start round of this instant at the earliest.</summary>
    /// <param name="key">Rank among arrivals of one instant.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="tag">Handed back with the grant.</param>
    public void Request(ulong key, int customer, int tag)
    {
        NoteArrival(customer, tag);
        _queue.Add(new Waiter(key, customer, tag, 1), Simulation.Round);
        Touch();
    }

    /// <summary>A transfer is complete: its receiver is one more holder.</summary>
    /// <exception cref="InvalidOperationException">No transfer is under way.</exception>
    public void Complete()
    {
        Release();
        Holders++;
    }

    /// <summary>A transfer was broken off: its holder is free again, and nothing else has changed.</summary>
    /// <exception cref="InvalidOperationException">No transfer is under way.</exception>
    public void Release()
    {
        if (_busy == 0)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At {Simulation.Now}: {Caller} ends a transfer from '{Name}', but none is under way."
                )
            );
        }

        _usage.Close(_busy, Simulation.Now);
        _busy--;
        if (_queue.Count > 0)
        {
            Touch();
        }
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag) => NoteWithdrawal(customer, tag, _queue.Remove(customer, tag));

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Request(claim.Key, claim.Customer, claim.Tag);

    /// <inheritdoc/>
    protected override void GiveBack(long amount) => Release();

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _usage.Close(_busy, Simulation.Now);
        for (_queue.Settle(); _queue.Count > 0 && _busy < Holders * _uploads; _queue.RemoveFirst())
        {
            grants.Give(_queue.First);
            _busy++;
        }
    }
}
