using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources;

/// <summary>
/// A rate limit with a burst: level(t) = min(burst, level(s) + rate · (t − s)), full at t = 0; a request takes tokens.
/// </summary>
/// <remarks>
/// <para>The level is an exact integer (tokens times the nanoseconds of the rate's period); a grant comes at the first
/// nanosecond at which the level suffices.</para>
/// <para>Source: token bucket as in RFC 2697, section 3, with one bucket and continuous refill.</para>
/// </remarks>
public sealed class TokenBucket : Resource
{
    private readonly WaitQueue _queue = new();
    private readonly WhenEmpty _whenEmpty;
    private readonly Int128 _full;
    private Int128 _level;
    private long _levelAt;
    private long _alarmAt = -1;

    /// <summary>A full bucket.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="rate">Refill.</param>
    /// <param name="burst">Tokens that the bucket holds, at least 1.</param>
    /// <param name="whenEmpty">Wait or reject.</param>
    /// <exception cref="ArgumentOutOfRangeException">Rate not positive, or burst below 1.</exception>
    public TokenBucket(Simulation simulation, string name, Frequency rate, long burst, WhenEmpty whenEmpty)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate.Count, 1, nameof(rate));
        ArgumentOutOfRangeException.ThrowIfLessThan(rate.Period.Nanoseconds, 1, nameof(rate));
        Rate = rate;
        Burst = burst;
        _whenEmpty = whenEmpty;
        _full = Math.BigMul(burst, rate.Period.Nanoseconds);
        _level = _full;
    }

    /// <summary>Tokens per time.</summary>
    public Frequency Rate { get; }

    /// <summary>Tokens that the bucket holds.</summary>
    public long Burst { get; }

    /// <inheritdoc/>
    public override int QueueLength => _queue.Count;

    /// <summary>Nothing is held: tokens are spent.</summary>
    public override long Held => 0;

    /// <summary>Tokens granted so far.</summary>
    public long Spent { get; private set; }

    /// <summary>Requests refused so far.</summary>
    public long RejectedCount { get; private set; }

    /// <summary>Asks for tokens; <c>await</c> gives true when they were granted, false when the bucket rejected.</summary>
    /// <param name="tokens">Tokens, all at once, from 1 to <see cref="Burst"/>.</param>
    /// <returns>What the process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More tokens than the bucket ever holds, or fewer than one.</exception>
    public DecisionWait Take(long tokens = 1)
    {
        CheckTokens(tokens);
        return AskOrBeRejected(tokens);
    }

    /// <summary>Asks for tokens; granted, or refused, in the start round of this instant at the earliest.</summary>
    /// <param name="key">Rank among arrivals of one instant.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="tag">Handed back with the decision.</param>
    /// <param name="tokens">Tokens, all at once, from 1 to <see cref="Burst"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More tokens than the bucket ever holds, or fewer than one.</exception>
    public void Request(ulong key, int customer, int tag, long tokens = 1)
    {
        CheckTokens(tokens);
        NoteArrival(customer, tag);
        _queue.Add(new Waiter(key, customer, tag, tokens), Simulation.Round);
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

    /// <inheritdoc/>
    protected override void GiveBack(long amount)
    {
        Refill();
        _level = Int128.Min(_full, _level + Math.BigMul(amount, Rate.Period.Nanoseconds));
        Spent -= amount;
        Touch();
    }

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _queue.Settle();
        Refill();
        while (_queue.Count > 0)
        {
            var first = _queue.First;
            var wanted = Math.BigMul(first.Amount, Rate.Period.Nanoseconds);
            if (wanted <= _level)
            {
                _level -= wanted;
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
                SetAlarm(wanted - _level);
                return;
            }

            _queue.RemoveFirst(Simulation);
        }
    }

    private void Refill()
    {
        var now = Simulation.Now.Nanoseconds;
        _level = Int128.Min(_full, _level + Math.BigMul(Rate.Count, now - _levelAt));
        _levelAt = now;
    }

    /// <summary>Wakes up at the first nanosecond at which the missing part has flowed in: rounded up.</summary>
    private void SetAlarm(Int128 missing)
    {
        var at = Simulation.After((missing + Rate.Count - 1) / Rate.Count);
        if (at.Nanoseconds != _alarmAt)
        {
            _alarmAt = at.Nanoseconds;
            Simulation.Schedule(at, 0, Customer, 0);
        }
    }

    private void CheckTokens(long tokens)
    {
        if (tokens < 1 || tokens > Burst)
        {
            throw new ArgumentOutOfRangeException(
                nameof(tokens),
                tokens,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{Name}' holds {Burst} tokens; a request for {tokens} at once can never be met."
                )
            );
        }
    }
}
