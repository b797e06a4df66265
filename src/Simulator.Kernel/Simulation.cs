using Simulator.Kernel.Calendar;
using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel;

/// <summary>
/// One run of a discrete-event model: the clock, the calendar of wake-ups, and the resources that customers wait for.
/// </summary>
/// <remarks>
/// <para>
/// One instant: wake-ups (completions, releases, arrivals) are drained in the order of their keys until none is left;
/// only then do the resources touched decide whom to start, all of them before the first starts, again in the order of
/// keys; repeated until the instant is exhausted. So no result depends on the order of insertion.
/// </para>
/// <para>
/// Two kinds of customer: rows of one <see cref="CustomerTable"/> (ids from 0) and <see cref="Agent"/>s (ids below 0),
/// among them the <see cref="Process"/>es.
/// </para>
/// <para>Not thread-safe; different simulations may run on different threads.</para>
/// </remarks>
public sealed class Simulation
{
    private readonly AgentRegister _agents = new();
    private readonly LookAhead _lookAhead;
    private readonly EventCalendar _calendar;
    private readonly StartRound _starts = new();
    private CustomerTable? _table;
    private RunState _state;
    private long _now;
    private long _instantBegan;
    private ulong _spawnCount;

    /// <summary>A simulation at t = 0 in which nothing is planned.</summary>
    public Simulation()
    {
        _lookAhead = new LookAhead(_agents);
        _calendar = new EventCalendar(_lookAhead);
    }

    /// <summary>The present instant.</summary>
    public SimTime Now => new(_now);

    /// <summary>Wake-ups and grants handled so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>Most wake-ups and grants that one instant may have; beyond it the run is stopped. Default 1,000,000.</summary>
    public long InstantLimit { get; set; } = 1_000_000;

    /// <summary>Where a caller may stop the run: looked at every few thousand events.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Counts the rounds of all instants: what is asked for in one round is ordered by key.</summary>
    public long Round { get; private set; }

    /// <summary>The process whose code runs right now.</summary>
    internal Process? Current { get; set; }

    /// <summary>Gives the simulation its table of row customers.</summary>
    /// <param name="table">The table; there may be one.</param>
    /// <exception cref="InvalidOperationException">There is a table already.</exception>
    public void Attach(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _table = _table is null ? table : throw Misuse.TwoTables();
        _lookAhead.Table = table;
    }

    /// <summary>Enters a wake-up into the calendar: O(1) amortised, no allocation.</summary>
    /// <param name="at">The instant, not before <see cref="Now"/> and not after <see cref="SimTime.Horizon"/>.</param>
    /// <param name="key">Rank among wake-ups of one instant, smallest first.</param>
    /// <param name="customer">A row (>= 0) or an agent (&lt; 0).</param>
    /// <param name="tag">Handed back on waking.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies in the past.</exception>
    /// <exception cref="RunawayException">The instant lies beyond 100 years.</exception>
    public void Schedule(SimTime at, ulong key, int customer, int tag)
    {
        var time = at.Nanoseconds;
        if (time < _now || time > SimTime.Horizon.Nanoseconds)
        {
            RefuseInstant(at, customer);
        }

        _calendar.Push(new CalendarEntry(time, key, customer, tag));
    }

    /// <summary>Starts a process: its first step comes at this instant, ranked by the order of spawning.</summary>
    /// <param name="process">What an <c>async Process</c> method returned; it runs once.</param>
    /// <returns>The same process, to interrupt it or to await its end.</returns>
    /// <exception cref="InvalidOperationException">It was spawned or awaited before.</exception>
    public Process Spawn(Process process) => Spawn(process, _spawnCount++);

    /// <summary>Starts a process with a rank of its own, so that not even the order of spawning matters.</summary>
    /// <param name="process">What an <c>async Process</c> method returned; it runs once.</param>
    /// <param name="key">Its rank among customers of one instant, smallest first.</param>
    /// <returns>The same process, to interrupt it or to await its end.</returns>
    /// <exception cref="InvalidOperationException">It was spawned or awaited before.</exception>
    public Process Spawn(Process process, ulong key)
    {
        ArgumentNullException.ThrowIfNull(process);
        process.Start(this, key, _agents);
        return process;
    }

    /// <summary>A wait in time.</summary>
    /// <param name="span">At least zero.</param>
    /// <returns>What the process that runs now awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative span.</exception>
    /// <exception cref="RunawayException">It would end beyond 100 years.</exception>
    public Wait Delay(SimTime span)
    {
        var process = CurrentProcess();
        if (span.Nanoseconds < 0 || span.Nanoseconds > SimTime.Horizon.Nanoseconds - _now)
        {
            RefuseSpan(span, process.Customer);
        }

        return new Wait(process, null, span.Nanoseconds);
    }

    /// <inheritdoc cref="Delay(SimTime)"/>
    public Wait Delay(TimeSpan span) => Delay(SimTime.From(span));

    /// <summary>Waits for all of several things at once.</summary>
    /// <param name="waits">Waits made for this; none at all is over at once. An interrupt withdraws or gives back each.</param>
    /// <returns>What the process that runs now awaits.</returns>
    public AllWait AllOf(params ReadOnlySpan<Wait> waits)
    {
        var process = CurrentProcess();
        return new AllWait(new Wait(process, new Combination(process, waits.ToArray(), needsAll: true), 0));
    }

    /// <summary>Waits for the end of all of several spawned processes.</summary>
    /// <param name="processes">The processes; none at all is over at once.</param>
    /// <returns>What the process that runs now awaits.</returns>
    public AllWait AllOf(params IEnumerable<Process> processes) => AllOf([.. processes.Select(one => one.Ended)]);

    /// <summary>Waits for the first of several things; the others are withdrawn, or given back. A process goes on.</summary>
    /// <param name="waits">Waits made for this, at least one. Of several that end at one instant the first heard of wins.</param>
    /// <returns>What the process that runs now awaits: the index of the first.</returns>
    public FirstWait AnyOf(params ReadOnlySpan<Wait> waits)
    {
        ArgumentOutOfRangeException.ThrowIfZero(waits.Length, nameof(waits));
        var process = CurrentProcess();
        return new FirstWait(new Wait(process, new Combination(process, waits.ToArray(), needsAll: false), 0));
    }

    /// <summary>Waits for the end of the first of several spawned processes; the others go on.</summary>
    /// <param name="processes">The processes, at least one.</param>
    /// <returns>What the process that runs now awaits: the index of the first.</returns>
    public FirstWait AnyOf(params IEnumerable<Process> processes) => AnyOf([.. processes.Select(one => one.Ended)]);

    /// <summary>Runs until nothing is left to happen. May be called again after more was scheduled.</summary>
    /// <exception cref="ProcessFailedException">An exception left a process.</exception>
    /// <exception cref="RunawayException">Endless work at one instant, or a wake-up beyond 100 years.</exception>
    /// <exception cref="InvalidOperationException">Called from inside the run, or after a run that an exception ended.</exception>
    /// <exception cref="OperationCanceledException"><see cref="Cancellation"/> asked for it.</exception>
    public void Run() => RunTo(SimTime.Horizon.Nanoseconds);

    /// <summary>Runs up to an instant, that included, and stands there. May be called again for a later one.</summary>
    /// <param name="until">The instant, not before <see cref="Now"/>; what is planned beyond it stays planned.</param>
    /// <inheritdoc cref="Run()"/>
    /// <exception cref="ArgumentOutOfRangeException">An instant in the past.</exception>
    public void Run(SimTime until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, Now);
        RunTo(until.Nanoseconds);
        if (until != Now)
        {
            Advance(until.Nanoseconds);
        }
    }

    internal MonitorRegister Monitors { get; } = new();

    internal IEnumerable<Agent> Living => _agents.Living;

    internal int Register(Agent agent) => _agents.Add(agent);

    internal void Dismiss(Process process) => _agents.TakeBack(process.Customer, process.Tag);

    internal Process CurrentProcess() => Current ?? throw Misuse.OutsideProcess(this);

    /// <summary>As <see cref="Schedule"/>, for a span that was checked.</summary>
    internal void ScheduleIn(long span, ulong key, int customer, int tag) =>
        _calendar.Push(new CalendarEntry(_now + span, key, customer, tag));

    /// <summary>The instant a span from now; one that no clock could show lies just beyond the horizon, where it is refused.</summary>
    internal SimTime After(Int128 nanoseconds) =>
        new((long)Int128.Min(_now + nanoseconds, SimTime.Horizon.Nanoseconds + 1));

    internal void Touch(Resource resource) => _starts.Touch(resource);

    internal void Approach(in Waiter waiter) => _lookAhead.Approach(waiter.Customer, waiter.Tag);

    internal bool TryFindGrant(int customer, int tag, out long amount) =>
        _starts.Grants.TryTakeBack(customer, tag, out amount);

    private void RunTo(long until)
    {
        if (_state != RunState.Idle)
        {
            throw Misuse.CannotRun(this);
        }

        _state = RunState.Running;
        while (true)
        {
            var isMore = _calendar.TryPeekTime(out var next);
            if (!isMore || next != _now)
            {
                if (_starts.IsDue)
                {
                    StartWhatCanStart();
                    continue;
                }

                if (!isMore || next > until)
                {
                    break;
                }

                Advance(next);
            }

            Deliver(_calendar.Take());
        }

        _state = RunState.Idle;
    }

    private void Deliver(in CalendarEntry entry)
    {
        Count(entry.Customer);
        if (entry.Customer >= 0)
        {
            _table!.Wake(entry.Customer, entry.Tag);
        }
        else
        {
            _agents[entry.Customer]?.Wake(entry.Tag);
        }
    }

    private void Advance(long next)
    {
        Monitors.Advance(new SimTime(next));
        (_now, _instantBegan) = (next, EventCount);
        Round++;
    }

    /// <summary>All resources decide first, all customers go on second: no start sees another start's consequences.</summary>
    private void StartWhatCanStart()
    {
        Round++;
        _starts.Decide();
        var grants = _starts.Grants;
        for (var index = 0; index < grants.Count; index++)
        {
            var grant = grants[index];
            var customer = grant.Request.Customer;
            Count(customer);
            grant.Hand(_table, customer < 0 ? _agents[customer] : null);
        }

        grants.Clear();
    }

    private void Count(int customer)
    {
        if (++EventCount - _instantBegan > InstantLimit)
        {
            throw Runaway(customer);
        }

        if ((EventCount & 0xFFF) == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private RunawayException Runaway(int customer) =>
        new(
            $"More than {InstantLimit} events at one instant, {Now}: the model makes no progress. "
                + $"The last one was for {Describe(customer)}.",
            Now,
            customer
        );

    private string Describe(int customer) =>
        customer < 0 ? _agents[customer]?.ToString() ?? "a process that is over" : $"row {customer}";

    private void RefuseSpan(SimTime span, int customer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(span.Nanoseconds, nameof(span));
        RefuseInstant(After(span.Nanoseconds), customer);
    }

    private void RefuseInstant(SimTime at, int customer)
    {
        if (at > SimTime.Horizon)
        {
            throw new RunawayException($"At {Now}: {Describe(customer)} goes beyond 100 years.", Now, customer);
        }

        throw new ArgumentOutOfRangeException(
            nameof(at),
            at,
            $"{Describe(customer)}: it lies before the present, {Now}."
        );
    }
}
