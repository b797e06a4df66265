using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Limits;

/// <summary>A rate limit by the clock: at most L calls in each window [k W, (k + 1) W), k = 0, 1, ...</summary>
/// <remarks>
/// First come, first served; the head of the line blocks. O(1) per call. Up to 2 L calls may pass within one W across a
/// border, which is what such limiters are known for.
/// </remarks>
public sealed class FixedWindow : Resource
{
    private readonly WaitQueue _queue = new();
    private readonly WhenEmpty _whenEmpty;
    private long _index;
    private long _used;
    private long _alarmAt = -1;

    /// <summary>A limit of which nothing is used.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limit">L, at least 1.</param>
    /// <param name="window">W, above 0.</param>
    /// <param name="whenEmpty">Wait for the next window, or reject.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit or window outside its range.</exception>
    public FixedWindow(Simulation simulation, string name, long limit, SimTime window, WhenEmpty whenEmpty)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(window.Nanoseconds, 1, nameof(window));
        (Limit, Window, _whenEmpty) = (limit, window, whenEmpty);
    }

    /// <summary>L: calls in a window.</summary>
    public long Limit { get; }

    /// <summary>W.</summary>
    public SimTime Window { get; }

    /// <inheritdoc/>
    public override int QueueLength => _queue.Count;

    /// <summary>Nothing is held: calls are spent.</summary>
    public override long Held => 0;

    /// <summary>Calls granted so far.</summary>
    public long Spent { get; private set; }

    /// <summary>Requests refused so far.</summary>
    public long RejectedCount { get; private set; }

    /// <summary>The start of the next window: what a refusal says in <c>Retry-After</c>.</summary>
    public SimTime NextWindow => new((IndexNow + 1) * Window.Nanoseconds);

    private long IndexNow => Simulation.Now.Nanoseconds / Window.Nanoseconds;

    /// <summary>Asks to call; <c>await</c> gives true when it was granted, false when it was rejected.</summary>
    /// <param name="calls">Calls, all at once, from 1 to <see cref="Limit"/>.</param>
    /// <returns>What the process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More calls than a window ever admits, or fewer than one.</exception>
    public DecisionWait Take(long calls = 1)
    {
        CheckCalls(calls);
        return AskOrBeRejected(calls);
    }

    /// <summary>Asks to call; granted, or refused, in the start round of this instant at the earliest.</summary>
    /// <param name="key">Rank among arrivals of one instant.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="tag">Handed back with the decision.</param>
    /// <param name="calls">Calls, all at once, from 1 to <see cref="Limit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More calls than a window ever admits, or fewer than one.</exception>
    public void Request(ulong key, int customer, int tag, long calls = 1)
    {
        CheckCalls(calls);
        NoteArrival(customer, tag);
        _queue.Add(new Waiter(key, customer, tag, calls), Simulation.Round);
        Touch();
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag)
    {
        Touch();
        return NoteWithdrawal(customer, tag, _queue.Remove(customer, tag));
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Request(claim.Key, claim.Customer, claim.Tag, claim.Amount);

    /// <summary>What is taken back was given at this very instant, so in this window.</summary>
    /// <inheritdoc/>
    protected override void GiveBack(long amount)
    {
        _used -= amount;
        Spent -= amount;
        Touch();
    }

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _queue.Settle();
        if (_index != IndexNow)
        {
            (_index, _used) = (IndexNow, 0);
        }

        while (_queue.Count > 0)
        {
            var first = _queue.First;
            if (first.Amount <= Limit - _used)
            {
                _used += first.Amount;
                Spent += first.Amount;
                grants.Give(first);
            }
            else if (_whenEmpty == WhenEmpty.Reject)
            {
                RejectedCount++;
                grants.Reject(first);
            }
            else
            {
                SetAlarm();
                return;
            }

            _queue.RemoveFirst();
        }
    }

    private void SetAlarm()
    {
        var at = NextWindow;
        if (at.Nanoseconds != _alarmAt)
        {
            _alarmAt = at.Nanoseconds;
            Simulation.Schedule(at, 0, Customer, 0);
        }
    }

    private void CheckCalls(long calls)
    {
        if (calls < 1 || calls > Limit)
        {
            throw new ArgumentOutOfRangeException(
                nameof(calls),
                calls,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{Name}' admits {Limit} calls in a window; a request for {calls} at once can never be met."
                )
            );
        }
    }
}
