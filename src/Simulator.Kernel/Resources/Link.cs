using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources;

/// <summary>
/// A bandwidth B that n transfers share equally, each at most at its own cap b: every flow gets min(b, B/n).
/// </summary>
/// <remarks>
/// <para>
/// Kept by attained service V(t), what a flow that never ended would have received: a flow that starts at s with size x is
/// done when V reaches V(s) + x. So an arrival or a departure costs O(log n), whatever n, and one wake-up is pending.
/// </para>
/// <para>
/// Rounding: V is rounded down to 2^-64 bit once between two changes of the rate; a flow is done at the first nanosecond
/// at which no more than 2^-20 ns of its work is left, so an end that falls on a nanosecond stays there.
/// A flow of size zero is done at once, in the round in which it came. While the bandwidth is 0 (an outage) nothing flows and
/// nothing is lost.
/// </para>
/// <para>Flows with caps or weights of their own, and several links at once: <see cref="Networks.Network"/>.</para>
/// <para>Source: egalitarian processor sharing as in L. Kleinrock, <i>Queueing Systems</i> vol. 2, 1976, section 4.4.</para>
/// </remarks>
public sealed class Link : Resource
{
    private const ulong NanosecondsPerSecond = SimTime.NanosecondsPerSecond;

    private static readonly UInt128 RebaseAt = UInt128.One << 126;

    private readonly FlowHeap _flows = new();
    private UInt128 _attained;
    private UInt128 _slack;
    private long _rateBits;
    private UInt128 _rateTime = 1;
    private long _attainedAt;
    private readonly long _perFlowBits;
    private long _alarmAt = -1;
    private Usage _usage;

    /// <summary>An idle link.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="bandwidth">B, above 0.</param>
    /// <param name="perFlow">b, above 0; no cap where it is null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not positive.</exception>
    public Link(Simulation simulation, string name, DataRate bandwidth, DataRate? perFlow = null)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bandwidth.BitsPerSecond, 1, nameof(bandwidth));
        Bandwidth = bandwidth;
        _perFlowBits = perFlow?.BitsPerSecond ?? long.MaxValue;
        ArgumentOutOfRangeException.ThrowIfLessThan(_perFlowBits, 1, nameof(perFlow));
    }

    /// <summary>B: what all flows share at present.</summary>
    public DataRate Bandwidth { get; private set; }

    /// <summary>min(b, B): what one flow gets at most.</summary>
    public DataRate PerFlow => new(Math.Min(_perFlowBits, Bandwidth.BitsPerSecond));

    /// <summary>Nobody queues at a shared link.</summary>
    public override int QueueLength => 0;

    /// <inheritdoc/>
    public override long Held => _flows.Count;

    /// <summary>∫ flows dt so far, in flow-nanoseconds.</summary>
    public Int128 FlowTime => _usage.Until(_flows.Count, Simulation.Now);

    /// <summary>size / min(b, B), rounded up to the nanosecond: the transfer with the link to oneself.</summary>
    /// <param name="bandwidth">B.</param>
    /// <param name="perFlow">b; no cap where it is null.</param>
    /// <param name="size">x.</param>
    /// <returns>The time.</returns>
    public static SimTime Alone(DataRate bandwidth, DataRate? perFlow, DataSize size)
    {
        var rate = Math.Min(bandwidth.BitsPerSecond, perFlow?.BitsPerSecond ?? long.MaxValue);
        var wait = TimeFor((UInt128)size.Bits << 64, SlackOf(rate, NanosecondsPerSecond), rate, NanosecondsPerSecond);
        return new SimTime(checked((long)wait));
    }

    /// <summary>Transfers; <c>await</c> ends when all has arrived.</summary>
    /// <param name="size">x, at least 0, at most 2^62 bits.</param>
    /// <returns>What the process awaits.</returns>
    public Wait Transfer(DataSize size)
    {
        CheckSize(size);
        return Ask(size.Bits);
    }

    /// <summary>Starts a transfer now; the customer is woken when it is done.</summary>
    /// <param name="key">Rank among transfers that end at one instant.</param>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">Handed back at the end.</param>
    /// <param name="size">x, at least 0, at most 2^62 bits.</param>
    public void Transfer(ulong key, int customer, int tag, DataSize size)
    {
        CheckSize(size);
        NoteArrival(customer, tag);
        if (size.Bits == 0)
        {
            NoteEnd(customer, tag);
            Simulation.Schedule(Simulation.Now, key, customer, tag);
            return;
        }

        Attain();
        _usage.Close(_flows.Count, Simulation.Now);
        _flows.Push(new Flow(_attained + ((UInt128)size.Bits << 64), key, customer, tag));
        Touch();
    }

    /// <summary>Changes B from this instant on; what was transferred before stays transferred. O(1).</summary>
    /// <param name="bandwidth">The new B; 0 is an outage.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative rate.</exception>
    public void SetBandwidth(DataRate bandwidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth.BitsPerSecond, nameof(bandwidth));
        Attain();
        Bandwidth = bandwidth;
        Touch();
    }

    /// <summary>Breaks a transfer off; O(n).</summary>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">What the transfer was started with.</param>
    /// <returns>Whether it was under way.</returns>
    public override bool Withdraw(int customer, int tag) => Withdraw(customer, tag, out _);

    /// <summary>Breaks a transfer off and says what is left; O(n).</summary>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">What the transfer was started with.</param>
    /// <param name="left">What did not arrive, rounded up to the bit; zero where it was not under way.</param>
    /// <returns>Whether it was under way.</returns>
    public bool Withdraw(int customer, int tag, out DataSize left)
    {
        Attain();
        _usage.Close(_flows.Count, Simulation.Now);
        Touch();
        var isFound = _flows.TryTake(customer, tag, out var flow);
        var open = isFound && flow.Target > _attained ? flow.Target - _attained : UInt128.Zero;
        left = new DataSize((long)((open + ulong.MaxValue) >> 64));
        return NoteWithdrawal(customer, tag, isFound);
    }

    /// <summary>Ends what is done: wake-ups of this instant, in the order of keys among all others of it.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        Attain();
        var reached = _attained + _slack;
        _usage.Close(_flows.Count, Simulation.Now);
        while (_flows.Count > 0 && _flows.First.Target <= reached)
        {
            var flow = _flows.Pop();
            NoteEnd(flow.Customer, flow.Tag);
            Simulation.Schedule(Simulation.Now, flow.Key, flow.Customer, flow.Tag);
        }

        Touch();
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) =>
        Transfer(claim.Key, claim.Customer, claim.Tag, new DataSize(claim.Amount));

    /// <summary>Sets the new share of every flow and the wake-up for the next end.</summary>
    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        Attain();
        if (_flows.Count == 0)
        {
            _attained = 0;
            _rateBits = 0;
            return;
        }

        if (_attained >= RebaseAt)
        {
            _flows.Lower(_attained);
            _attained = 0;
        }

        var isCapped = (UInt128)_perFlowBits * (ulong)_flows.Count <= (UInt128)Bandwidth.BitsPerSecond;
        _rateBits = isCapped ? _perFlowBits : Bandwidth.BitsPerSecond;
        _rateTime = isCapped ? NanosecondsPerSecond : NanosecondsPerSecond * (ulong)_flows.Count;
        _slack = SlackOf(_rateBits, _rateTime);
        var target = _flows.First.Target;
        if (_rateBits == 0 && target > _attained)
        {
            _alarmAt = -1;
            return;
        }

        var wait = target <= _attained ? 0 : TimeFor(target - _attained, _slack, _rateBits, _rateTime);
        var at = Simulation.After(wait);
        if (at.Nanoseconds != _alarmAt || wait == 0)
        {
            _alarmAt = at.Nanoseconds;
            Simulation.Schedule(at, 0, Customer, 0);
        }
    }

    private static void CheckSize(DataSize size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size.Bits, nameof(size));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.Bits, 1L << 62, nameof(size));
    }

    /// <summary>What flows in 2^-20 ns, in 2^-64 bit.</summary>
    private static UInt128 SlackOf(long rateBits, UInt128 rateTime) => ((UInt128)rateBits << 44) / rateTime;

    /// <summary>ceil((work − slack) / rate) in ns, the work in 2^-64 bit; its parts keep the product within 128 bits.</summary>
    private static Int128 TimeFor(UInt128 work, UInt128 slack, long rateBits, UInt128 rateTime)
    {
        if (work <= slack)
        {
            return 0;
        }

        work -= slack;
        var whole = (work >> 64) * rateTime;
        var part = (((work & ulong.MaxValue) * rateTime) + ulong.MaxValue) >> 64;
        return (Int128)((whole + part + (ulong)(rateBits - 1)) / (ulong)rateBits);
    }

    private void Attain()
    {
        var now = Simulation.Now.Nanoseconds;
        if (now != _attainedAt)
        {
            var (bits, rest) = UInt128.DivRem((UInt128)_rateBits * (ulong)(now - _attainedAt), _rateTime);
            _attained += (bits << 64) + ((rest << 64) / _rateTime);
            _attainedAt = now;
        }
    }
}
