using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.ServiceCenters;

/// <summary>
/// A station that does the work itself: a customer brings an amount of it and is told when it is done, or rejected at once.
/// Order, pre-emption, speed, room and opening hours are its options; outages suspend it.
/// </summary>
/// <remarks>
/// <para>
/// At one instant: what is done leaves first; then, with all who came, it is decided whom to serve; then those are
/// rejected who came in this round (the last by key first) and find no room. Those pushed out are never rejected.
/// </para>
/// <para>While it is closed or suspended nobody starts, and service under way stands still, keeping its server.</para>
/// <para>Work is kept in whole numbers of 2^-44 ns; a job is done at the first nanosecond at which nothing is left.</para>
/// <para>O(log n) for coming, starting and leaving, O(n) for a pre-emption and for breaking off. A server to hold for
/// longer than one piece of work, and the fastest FIFO, is <see cref="Station"/>.</para>
/// </remarks>
public sealed class ServiceCenter : Resource
{
    private const double FastestSpeed = 1L << 19;

    private readonly ServiceCenterOptions _options;
    private readonly Reception _reception;
    private readonly JobTable _jobs = new();
    private readonly FlowHeap _served = new();
    private AttainedService _attained;
    private Usage _usage;
    private long _working;
    private long _alarmAt = -1;
    private int _suspensions;

    /// <summary>An idle center.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="options">One FIFO server where it is null.</param>
    public ServiceCenter(Simulation simulation, string name, ServiceCenterOptions? options = null)
        : base(simulation, name)
    {
        _options = options ?? ServiceCenterOptions.Default;
        _reception = new Reception(_jobs, _options.Order.NewLine(name));
    }

    /// <inheritdoc/>
    public override int QueueLength => _reception.Count;

    /// <summary>Customers in service, those that stand still included.</summary>
    public override long Held => _served.Count;

    /// <summary>Customers in line and in service.</summary>
    public int Present => QueueLength + _served.Count;

    /// <summary>Customers refused so far.</summary>
    public long RejectedCount { get; private set; }

    /// <summary>An outage is under way.</summary>
    public bool IsSuspended => _suspensions > 0;

    /// <summary>∫ servers at work dt so far, in server-nanoseconds; at speed 1, the work done.</summary>
    public Int128 BusyTime => _usage.Until(_working, Simulation.Now);

    /// <summary>Brings work; <c>await</c> ends when it is done. For centers that reject nobody.</summary>
    /// <param name="work">Time it takes at speed 1, at least 0.</param>
    /// <param name="priority">Smaller goes first.</param>
    /// <returns>What the process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative work.</exception>
    public Wait Serve(SimTime work, int priority = 0)
    {
        CheckWork(work);
        return Ask(work.Nanoseconds, priority);
    }

    /// <summary>Brings work; <c>await</c> gives true when it is done, false when there was no room.</summary>
    /// <inheritdoc cref="Serve"/>
    public DecisionWait TryServe(SimTime work, int priority = 0)
    {
        CheckWork(work);
        return AskOrBeRejected(work.Nanoseconds, priority);
    }

    /// <summary>Brings work: the customer is woken when it is done, or rejected at the end of this round.</summary>
    /// <param name="key">Rank among those who come, or leave, at one instant.</param>
    /// <param name="customer">Who comes; not with a tag that it has here already.</param>
    /// <param name="tag">Handed back at the end.</param>
    /// <param name="work">Time it takes at speed 1, at least 0.</param>
    /// <param name="priority">Smaller goes first.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative work.</exception>
    public void Request(ulong key, int customer, int tag, SimTime work, int priority = 0)
    {
        CheckWork(work);
        NoteArrival(customer, tag);
        _reception.Come(new Job(key, customer, tag, priority, AttainedService.Of(work)));
        Touch();
    }

    /// <summary>Breaks off, waiting or in service; O(n).</summary>
    /// <param name="customer">Who came.</param>
    /// <param name="tag">What it came with.</param>
    /// <returns>Whether it was there.</returns>
    public override bool Withdraw(int customer, int tag) => Withdraw(customer, tag, out _);

    /// <summary>Breaks off, waiting or in service, and says what is left; O(n).</summary>
    /// <param name="customer">Who came.</param>
    /// <param name="tag">What it came with.</param>
    /// <param name="left">The work that is left, rounded up to the nanosecond; zero where it was not there.</param>
    /// <returns>Whether it was there.</returns>
    public bool Withdraw(int customer, int tag, out SimTime left)
    {
        var isFound = _reception.Leave(customer, tag, out var work);
        if (!isFound && _jobs.Find(customer, tag) is >= 0 and var job)
        {
            StopServing(job);
            work = _jobs[job].Left;
            _jobs.Free(job);
            isFound = true;
        }

        left = AttainedService.ToTime(work);
        return HasLeft(customer, tag, isFound);
    }

    /// <summary>Leaves the line; who is in service already stays. O(n).</summary>
    /// <param name="customer">Who came.</param>
    /// <param name="tag">What it came with.</param>
    /// <returns>Whether it was waiting.</returns>
    public bool Renege(int customer, int tag) => HasLeft(customer, tag, _reception.Leave(customer, tag, out _));

    /// <summary>An outage begins: service stands still. Outages may overlap.</summary>
    public void Suspend()
    {
        _suspensions++;
        Touch();
    }

    /// <summary>An outage ends; service goes on where it stopped once no other one is under way.</summary>
    /// <exception cref="InvalidOperationException">No outage is under way.</exception>
    public void Resume()
    {
        if (_suspensions == 0)
        {
            throw new InvalidOperationException(Blame($"resumes '{Name}', which is not suspended"));
        }

        _suspensions--;
        Touch();
    }

    /// <summary>Ends what is done: wake-ups of this instant, in the order of keys among all others of it.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        Attain();
        _alarmAt = _alarmAt == Simulation.Now.Nanoseconds ? -1 : _alarmAt;
        while (_served.Count > 0 && _served.First.Target <= _attained.Value)
        {
            var job = _served.Pop().Customer;
            ref readonly var entry = ref _jobs[job];
            NoteEnd(entry.Customer, entry.Tag);
            Simulation.Schedule(Simulation.Now, entry.Key, entry.Customer, entry.Tag);
            _jobs.Free(job);
        }

        Touch();
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) =>
        Request(claim.Key, claim.Customer, claim.Tag, new SimTime(claim.Amount), claim.Priority);

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        Attain();
        _reception.LineUp();
        var isOpen = _suspensions == 0 && _options.Hours?.IsOpen(Simulation.Now) != false;
        if (isOpen)
        {
            Start();
        }

        if (_options.Room is { } room)
        {
            RejectedCount += _reception.RejectBeyond(room, grants);
        }

        _working = isOpen ? _served.Count : 0;
        _attained.SetSpeed(_working > 0 ? SpeedOfEach() : 0);
        SetAlarm();
    }

    private bool HasLeft(int customer, int tag, bool isFound)
    {
        if (NoteWithdrawal(customer, tag, isFound))
        {
            Touch();
        }

        return isFound;
    }

    private void Start()
    {
        if (_served.Count == 0)
        {
            _attained.Restart();
        }

        var line = _reception.Line;
        while (line.Count > 0 && (_served.Count < _options.Servers || PushesOut()))
        {
            var job = line.TakeNext();
            _jobs[job] = _jobs[job] with { IsServed = true };
            NoteStart(_jobs[job].Customer, _jobs[job].Tag);
            _served.Push(new Flow(_attained.Value + _jobs[job].Left, 0, job, 0));
        }
    }

    /// <summary>Whether the next one in line is more urgent than one in service, which then goes back to the line.</summary>
    private bool PushesOut()
    {
        if (!_options.Order.IsPreemptive)
        {
            return false;
        }

        var last = _jobs.LastInService();
        var isMoreUrgent = _reception.Line.NextPriority < _jobs[last].Priority;
        if (isMoreUrgent)
        {
            StopServing(last);
            _reception.Line.Add(last, _jobs[last].Priority, _jobs[last].Sequence);
        }

        return isMoreUrgent;
    }

    private ulong SpeedOfEach()
    {
        if (_options.Speed is null)
        {
            return AttainedService.SpeedOne;
        }

        var speed = _options.Speed.Of(Present);
        if (!(speed >= 1.0 / AttainedService.SpeedOne && speed <= FastestSpeed))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"At {Simulation.Now}: '{Name}' with {Present} customers works at speed {speed}; 2^-44 to 2^19 is possible."
                )
            );
        }

        return Math.Max(1, (ulong)Math.Ceiling(speed * AttainedService.SpeedOne / _served.Count));
    }

    /// <summary>Wakes up at the next end of a service or, while somebody is there, at the next change of hours.</summary>
    private void SetAlarm()
    {
        if (_suspensions > 0 || Present == 0)
        {
            return;
        }

        var at = _working > 0 ? Simulation.After(_attained.TimeTo(_served.First.Target)) : (SimTime?)null;
        var change = _options.Hours?.NextChange(Simulation.Now);
        var next = at is { } end && change is { } turn ? SimTime.Min(end, turn) : (at ?? change)!.Value;
        if (next.Nanoseconds != _alarmAt)
        {
            _alarmAt = next.Nanoseconds;
            Simulation.Schedule(next, 0, Customer, 0);
        }
    }

    /// <summary>Takes a job out of service; what is left is known exactly.</summary>
    private void StopServing(int job)
    {
        Attain();
        var target = _served.Take(job, 0).Target;
        var left = target > _attained.Value ? target - _attained.Value : 0;
        _jobs[job] = _jobs[job] with { Left = left, IsServed = false };
    }

    private void Attain()
    {
        _usage.Close(_working, Simulation.Now);
        _attained.Attain(Simulation.Now);
    }

    private void CheckWork(SimTime work)
    {
        if (work < SimTime.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(work), work, Blame($"brings negative work to '{Name}'"));
        }
    }
}
