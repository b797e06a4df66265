using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Gathering;

/// <summary>
/// A barrier for k of n: each of n parties arrives or fails once; all who wait go on when k have arrived, and are refused
/// when more than n − k have failed.
/// </summary>
/// <remarks>
/// With k = n − f it is the abort rule "halt when more than f of n fail": at once, or at the end of the wave by
/// <see cref="QuorumRule.WhenAllReported"/>. Who asks after the decision hears it at once. O(1) per party.
/// </remarks>
public sealed class Quorum : Resource
{
    private readonly WaitQueue _parties = new();
    private readonly WaitQueue _watchers = new();
    private readonly QuorumRule _rule;

    /// <summary>A quorum of which nobody has reported.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="parties">n, at least 1.</param>
    /// <param name="needed">k, from 0 to n.</param>
    /// <param name="rule">When it decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Quorum(
        Simulation simulation,
        string name,
        int parties,
        int needed,
        QuorumRule rule = QuorumRule.AsSoonAsKnown
    )
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parties, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(needed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(needed, parties);
        (Parties, Needed, _rule) = (parties, needed, rule);
    }

    /// <summary>n.</summary>
    public int Parties { get; }

    /// <summary>k.</summary>
    public int Needed { get; }

    /// <summary>Parties that have arrived.</summary>
    public int Arrived { get; private set; }

    /// <summary>Parties that have failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Whether k have arrived; null while it is not decided.</summary>
    public bool? IsReached { get; private set; }

    /// <inheritdoc/>
    public override int QueueLength => _parties.Count + _watchers.Count;

    /// <summary>Nothing is held.</summary>
    public override long Held => 0;

    /// <summary>Arrives and waits; <c>await</c> gives whether the quorum was reached.</summary>
    /// <returns>What the process awaits; an interrupt before the decision takes the arrival back.</returns>
    public DecisionWait Arrive() => AskOrBeRejected(1);

    /// <summary>Waits for the decision without being a party.</summary>
    /// <returns>What the process awaits: whether the quorum was reached.</returns>
    public DecisionWait Watch() => AskOrBeRejected(0);

    /// <summary>Arrives and waits: granted when the quorum is reached, rejected when it cannot be.</summary>
    /// <param name="key">Rank among those who are told at one instant.</param>
    /// <param name="customer">Who arrives.</param>
    /// <param name="tag">Handed back with the decision.</param>
    /// <exception cref="InvalidOperationException">More reports than parties.</exception>
    public void Arrive(ulong key, int customer, int tag)
    {
        Report(hasArrived: true);
        NoteArrival(customer, tag);
        _parties.Add(new Waiter(key, customer, tag, 1), Simulation.Round);
    }

    /// <summary>Waits for the decision without being a party.</summary>
    /// <param name="key">Rank among those who are told at one instant.</param>
    /// <param name="customer">Who waits.</param>
    /// <param name="tag">Handed back with the decision.</param>
    public void Watch(ulong key, int customer, int tag)
    {
        NoteArrival(customer, tag);
        _watchers.Add(new Waiter(key, customer, tag, 1), Simulation.Round);
        Touch();
    }

    /// <summary>States that a party has arrived, or failed, and does not wait.</summary>
    /// <param name="hasArrived">Whether it arrived.</param>
    /// <exception cref="InvalidOperationException">More reports than parties.</exception>
    public void Report(bool hasArrived)
    {
        if (Arrived + Failed == Parties)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At {Simulation.Now}: {Caller} reports to '{Name}', but all {Parties} parties have reported."
                )
            );
        }

        Arrived += hasArrived ? 1 : 0;
        Failed += hasArrived ? 0 : 1;
        Touch();
    }

    /// <summary>Takes back a wait, and with a party's wait its arrival, unless it is decided already.</summary>
    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag)
    {
        if (_parties.Remove(customer, tag))
        {
            Arrived--;
            return NoteWithdrawal(customer, tag, isFound: true);
        }

        return NoteWithdrawal(customer, tag, _watchers.Remove(customer, tag));
    }

    /// <summary>Begins anew, for the next wave; who still waits counts as arrived.</summary>
    /// <exception cref="InvalidOperationException">It is not decided yet.</exception>
    public void Reset()
    {
        if (IsReached is null)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At {Simulation.Now}: '{Name}' is reset before its decision."
                )
            );
        }

        (Arrived, Failed, IsReached) = (_parties.Count, 0, null);
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim)
    {
        if (claim.Amount == 0)
        {
            Watch(claim.Key, claim.Customer, claim.Tag);
        }
        else
        {
            Arrive(claim.Key, claim.Customer, claim.Tag);
        }
    }

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        var isKnown =
            _rule == QuorumRule.WhenAllReported
                ? Arrived + Failed == Parties
                : Arrived >= Needed || Failed > Parties - Needed;
        IsReached ??= isKnown ? Arrived >= Needed : null;
        if (IsReached is { } isReached)
        {
            Tell(_parties, isReached, grants);
            Tell(_watchers, isReached, grants);
        }
    }

    private static void Tell(WaitQueue queue, bool isReached, GrantList grants)
    {
        for (queue.Settle(); queue.Count > 0; queue.RemoveFirst())
        {
            if (isReached)
            {
                grants.Give(queue.First);
            }
            else
            {
                grants.Reject(queue.First);
            }
        }
    }
}
