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
/// Rounding: the rate of a flow is rounded down to 2^-64 bit per ns, V is exact from there; a flow is done at the first
/// nanosecond at which no more than 2^-20 ns of its work is left, so an end that falls on a nanosecond stays there.
/// A flow of size zero is done at once.
/// </para>
/// <para>Source: egalitarian processor sharing as in L. Kleinrock, <i>Queueing Systems</i> vol. 2, 1976, section 4.4.</para>
/// </remarks>
public sealed class Link : Resource
{
    private readonly FlowHeap _flows = new();
    private readonly List<Flow> _done = [];
    private UInt128 _attained;
    private UInt128 _rate;
    private long _attainedAt;
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
        PerFlow = perFlow ?? bandwidth;
        ArgumentOutOfRangeException.ThrowIfLessThan(PerFlow.BitsPerSecond, 1, nameof(perFlow));
    }

    /// <summary>B: what all flows share.</summary>
    public DataRate Bandwidth { get; }

    /// <summary>b: what one flow gets at most.</summary>
    public DataRate PerFlow { get; }

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
        var rate = RateOf(Math.Min(bandwidth.BitsPerSecond, perFlow?.BitsPerSecond ?? long.MaxValue), 1);
        return new SimTime(Ceiling((UInt128)size.Bits << 64, rate));
    }

    /// <summary>Starts a transfer now; the customer is woken when it is done.</summary>
    /// <param name="key">Rank among transfers that end at one instant.</param>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">Handed back at the end.</param>
    /// <param name="size">x, at least 0, at most 2^62 bits.</param>
    public void Transfer(ulong key, int customer, int tag, DataSize size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size.Bits, nameof(size));
        Attain();
        _usage.Close(_flows.Count, Simulation.Now);
        _flows.Push(new Flow(_attained + ((UInt128)size.Bits << 64), key, customer, tag));
        Touch();
    }

    /// <summary>Breaks a transfer off; O(n).</summary>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">What the transfer was started with.</param>
    /// <returns>Whether it was under way.</returns>
    public bool Withdraw(int customer, int tag)
    {
        Attain();
        _usage.Close(_flows.Count, Simulation.Now);
        Touch();
        return _flows.Remove(customer, tag);
    }

    /// <summary>Ends what is done. Ends are releases, so they come before any start of this instant.</summary>
    protected internal override void Wake(int tag)
    {
        Attain();
        var reached = _attained + (_rate >> 20);
        _usage.Close(_flows.Count, Simulation.Now);
        while (_flows.Count > 0 && _flows.First.Target <= reached)
        {
            _done.Add(_flows.Pop());
        }

        if (_done.Count > 1)
        {
            _done.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        }

        foreach (var flow in _done)
        {
            Simulation.WakeNow(flow.Customer, flow.Tag);
        }

        _done.Clear();
        Touch();
    }

    /// <summary>Sets the new share of every flow and the wake-up for the next end.</summary>
    protected override void Decide(GrantList grants)
    {
        Attain();
        if (_flows.Count == 0)
        {
            _attained = 0;
            _rate = 0;
            return;
        }

        _rate = RateOf(Bandwidth.BitsPerSecond, _flows.Count);
        _rate = UInt128.Min(_rate, RateOf(PerFlow.BitsPerSecond, 1));
        var target = _flows.First.Target;
        var wait = target <= _attained ? 0 : Ceiling(target - _attained, _rate);
        var at = Simulation.Now + new SimTime(wait);
        if (at.Nanoseconds != _alarmAt || wait == 0)
        {
            _alarmAt = at.Nanoseconds;
            Simulation.Schedule(at, 0, Customer, 0);
        }
    }

    private static UInt128 RateOf(long bitsPerSecond, long flows) =>
        ((UInt128)bitsPerSecond << 64) / ((UInt128)SimTime.NanosecondsPerSecond * (ulong)flows);

    private static long Ceiling(UInt128 work, UInt128 rate)
    {
        var (whole, rest) = UInt128.DivRem(work, rate);
        return checked((long)whole + (rest > (rate >> 20) ? 1 : 0));
    }

    private void Attain()
    {
        var now = Simulation.Now.Nanoseconds;
        if (now != _attainedAt)
        {
            _attained += _rate * (ulong)(now - _attainedAt);
            _attainedAt = now;
        }
    }
}
