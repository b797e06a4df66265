using System.Globalization;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;

namespace Simulator.Kernel.Resources.Limits;

/// <summary>
/// A lock kept as a record in a store: nobody is told that it is free, everybody looks at it at ticks of its own, and of
/// several who find it free one wins by optimistic concurrency.
/// </summary>
/// <remarks>
/// <para>
/// The first look is at the instant of asking; a look at the instant of a release finds the lock free. Ties of looks and
/// of writes go by key. O(1) per look, and n customers look n times a period, for ever where nobody gives the lock back and
/// it has no time to live.
/// </para>
/// <para>
/// The jitter of a pause is keyed by (customer, hash of the lock's name, looks so far, 0). A lock that has outlived its
/// time is free, and its holder is told so at <see cref="Release"/> by the version that it got (a fencing token).
/// </para>
/// <para>Source: leases as in C. G. Gray and D. R. Cheriton, Leases, <i>SOSP</i>, 1989; optimistic writes as in H. T. Kung
/// and J. T. Robinson, On optimistic methods for concurrency control, <i>ACM TODS</i> 6(2), 1981.</para>
/// </remarks>
public sealed class PolledLock : Resource
{
    private const int Expiry = -1;

    private readonly PolledLockRules _rules;
    private readonly StreamKey _stream;
    private readonly uint _step;
    private readonly List<Poller> _pollers = [];
    private readonly Stack<int> _free = [];
    private readonly List<int> _looking = [];
    private readonly List<int> _writing = [];
    private SimTime _expiresAt;
    private bool _isTaken;
    private int _gone;

    /// <summary>A free lock.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="rules">Ticks, jitter, time to live.</param>
    /// <param name="stream">The random numbers of the replication.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule outside its range.</exception>
    public PolledLock(Simulation simulation, string name, PolledLockRules rules, StreamKey stream)
        : base(simulation, name)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.Period.Nanoseconds, 1, nameof(rules));
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.TimeToLive?.Nanoseconds ?? 1, 1, nameof(rules));
        ArgumentOutOfRangeException.ThrowIfNegative(rules.WriteDelay.Nanoseconds, nameof(rules));
        if (!(rules.Jitter >= 0 && double.IsFinite(rules.Jitter)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(rules),
                rules.Jitter,
                $"'{name}': jitter is finite and not below 0."
            );
        }

        (_rules, _stream, _step) = (rules, stream, Fnv1a.Hash32(name));
    }

    /// <inheritdoc/>
    public override int QueueLength => _pollers.Count - _free.Count - _gone;

    /// <inheritdoc/>
    public override long Held => _isTaken ? 1 : 0;

    /// <summary>How often it was taken; right after a grant, the token to give it back with.</summary>
    public long Version { get; private set; }

    /// <summary>Looks that found it taken.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Looks that found it free and lost it to another writer.</summary>
    public long ConflictCount { get; private set; }

    /// <summary>Times that it was lost to its time to live.</summary>
    public long ExpiredCount { get; private set; }

    /// <summary>Polls until it gets the lock; then read <see cref="Version"/>, and later <see cref="Release"/> it.</summary>
    /// <returns>What the process awaits.</returns>
    public Wait Acquire() => Ask();

    /// <summary>Looks at the lock now, and again until it is the customer's.</summary>
    /// <param name="key">Rank among looks of one instant.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="tag">Handed back with the grant.</param>
    public void Request(ulong key, int customer, int tag)
    {
        NoteArrival(customer, tag);
        var poller = new Poller(new Waiter(key, customer, tag, 1), 0, 0, IsGone: false);
        if (!_free.TryPop(out var place))
        {
            place = _pollers.Count;
            _pollers.Add(poller);
        }

        _pollers[place] = poller;
        _looking.Add(place);
        Touch();
    }

    /// <summary>Gives the lock back.</summary>
    /// <param name="version">The <see cref="Version"/> at the grant.</param>
    /// <returns>Whether it was still held; false where it had outlived its time.</returns>
    /// <exception cref="InvalidOperationException">That version was never granted.</exception>
    public bool Release(long version)
    {
        if (version < 1 || version > Version)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At {Simulation.Now}: {Caller} releases version {version} of '{Name}', which has had {Version}."
                )
            );
        }

        var isHeld = _isTaken && version == Version;
        _isTaken &= !isHeld;
        return isHeld;
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag)
    {
        var place = _pollers.FindIndex(one => !one.IsGone && one.Who.Customer == customer && one.Who.Tag == tag);
        if (place < 0 || _free.Contains(place))
        {
            return false;
        }

        _pollers[place] = _pollers[place] with { IsGone = true };
        _gone++;
        return NoteWithdrawal(customer, tag, isFound: true);
    }

    /// <summary>A look, a write, or the end of a lease.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        if (tag == Expiry)
        {
            if (_isTaken && Simulation.Now >= _expiresAt)
            {
                _isTaken = false;
                ExpiredCount++;
            }

            return;
        }

        (_pollers[tag].SeenVersion > 0 ? _writing : _looking).Add(tag);
        Touch();
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Request(claim.Key, claim.Customer, claim.Tag);

    /// <inheritdoc/>
    protected override void GiveBack(long amount) => Release(amount);

    /// <summary>First the writes of this instant, then the looks.</summary>
    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        foreach (var place in InOrder(_writing))
        {
            if (!_isTaken && _pollers[place].SeenVersion == Version + 1)
            {
                Grant(place, grants);
            }
            else
            {
                ConflictCount++;
                LookLater(place);
            }
        }

        var wasTaken = _isTaken;
        foreach (var place in InOrder(_looking))
        {
            Look(place, wasTaken, grants);
        }

        _writing.Clear();
        _looking.Clear();
    }

    private void Look(int place, bool wasTaken, GrantList grants)
    {
        if (wasTaken)
        {
            RefusedCount++;
            LookLater(place);
        }
        else if (_rules.WriteDelay > SimTime.Zero)
        {
            _pollers[place] = _pollers[place] with { SeenVersion = Version + 1 };
            Simulation.Schedule(Simulation.Now + _rules.WriteDelay, _pollers[place].Who.Key, Customer, place);
        }
        else if (!_isTaken)
        {
            Grant(place, grants);
        }
        else
        {
            ConflictCount++;
            LookLater(place);
        }
    }

    private void Grant(int place, GrantList grants)
    {
        _isTaken = true;
        Version++;
        grants.Give(_pollers[place].Who with { Amount = Version });
        _free.Push(place);
        if (_rules.TimeToLive is { } life)
        {
            _expiresAt = Simulation.Now + life;
            Simulation.Schedule(_expiresAt, 0, Customer, Expiry);
        }
    }

    private void LookLater(int place)
    {
        var (who, looks, _, _) = _pollers[place];
        _pollers[place] = new Poller(who, looks + 1, 0, IsGone: false);
        var pause = _rules.Period;
        if (_rules.Jitter > 0)
        {
            var u = _stream.Uniform(unchecked((uint)who.Customer), _step, (uint)looks + 1, 0);
            pause = SimTime.FromSeconds(pause.Seconds * (1 + (_rules.Jitter * u)));
        }

        Simulation.Schedule(Simulation.Now + pause, who.Key, Customer, place);
    }

    /// <summary>Those who are still there, by key; the places of the others are free from now on.</summary>
    private List<int> InOrder(List<int> places)
    {
        foreach (var place in places.Where(place => _pollers[place].IsGone))
        {
            _free.Push(place);
            _gone--;
        }

        return [.. places.Where(place => !_pollers[place].IsGone).OrderBy(place => _pollers[place].Who.Key)];
    }

    private readonly record struct Poller(Waiter Who, int Looks, long SeenVersion, bool IsGone);
}
