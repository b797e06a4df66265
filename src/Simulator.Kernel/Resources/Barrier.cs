using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources;

/// <summary>Holds those who arrive until n are there, then lets these n go on; again and again.</summary>
/// <remarks>Where more than n arrive, the first n by (round, key) go on and the others begin the next party.</remarks>
public sealed class Barrier : Resource
{
    private readonly WaitQueue _queue = new();

    /// <summary>A barrier at which nobody waits.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="parties">n, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one party.</exception>
    public Barrier(Simulation simulation, string name, int parties)
        : base(simulation, name)
    {
        if (parties < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(parties), parties, $"'{name}' needs at least one party.");
        }

        Parties = parties;
    }

    /// <summary>n: how many go on together.</summary>
    public int Parties { get; }

    /// <inheritdoc/>
    public override int QueueLength => _queue.Count;

    /// <summary>Nothing is held.</summary>
    public override long Held => 0;

    /// <summary>Waits for the others; <c>await</c> ends when n are there.</summary>
    /// <returns>What the process awaits.</returns>
    public Wait Arrive() => Ask();

    /// <summary>Waits for the others.</summary>
    /// <param name="key">Rank among arrivals of one round.</param>
    /// <param name="customer">Who arrives.</param>
    /// <param name="tag">Handed back when n are there.</param>
    public void Arrive(ulong key, int customer, int tag)
    {
        NoteArrival(customer, tag);
        _queue.Add(new Waiter(key, customer, tag, 1), Simulation.Round);
        if (_queue.Count >= Parties)
        {
            Touch();
        }
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag) => NoteWithdrawal(customer, tag, _queue.Remove(customer, tag));

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Arrive(claim.Key, claim.Customer, claim.Tag);

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _queue.Settle();
        for (var going = _queue.Count - (_queue.Count % Parties); going > 0; going--)
        {
            grants.Give(_queue.First);
            _queue.RemoveFirst();
        }
    }
}
