using System.Globalization;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel;

/// <summary>
/// One run of a discrete-event model: the clock, the calendar of wake-ups, and the resources that customers wait for.
/// </summary>
/// <remarks>
/// <para>
/// One instant: wake-ups (completions, releases, arrivals) are drained in the order of their keys until none is left;
/// only then do the resources touched decide whom to start, all of them before the first starts; repeated until the
/// instant is exhausted. So no result depends on the order of insertion.
/// </para>
/// <para>Two kinds of customer: rows of one <see cref="CustomerTable"/> (ids from 0) and <see cref="Agent"/>s (ids below 0).</para>
/// <para>Not thread-safe; different simulations may run on different threads.</para>
/// </remarks>
public sealed class Simulation
{
    private readonly EventCalendar _calendar = new();
    private readonly List<Agent> _agents = [];
    private readonly List<Resource> _touched = [];
    private readonly GrantList _grants = new();
    private CustomerTable? _table;
    private bool _isRunning;
    private long _now;
    private long _instantCount;
    private long _pastCount;

    /// <summary>The present instant.</summary>
    public SimTime Now => new(_now);

    /// <summary>Wake-ups and grants handled so far.</summary>
    public long EventCount => _pastCount + _instantCount;

    /// <summary>Most wake-ups and grants that one instant may have; beyond it the run is stopped. Default 1,000,000.</summary>
    public long InstantLimit { get; set; } = 1_000_000;

    /// <summary>Where a caller may stop the run: looked at every few thousand events.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Gives the simulation its table of row customers.</summary>
    /// <param name="table">The table; there may be one.</param>
    /// <exception cref="InvalidOperationException">There is a table already.</exception>
    public void Attach(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (_table is not null)
        {
            throw new InvalidOperationException("This simulation has a customer table already.");
        }

        _table = table;
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

    /// <summary>Runs until nothing is left to happen. May be called again after more was scheduled.</summary>
    /// <exception cref="RunawayException">Endless work at one instant, or a wake-up beyond 100 years.</exception>
    /// <exception cref="InvalidOperationException">Called from inside the run.</exception>
    /// <exception cref="OperationCanceledException"><see cref="Cancellation"/> asked for it.</exception>
    public void Run()
    {
        if (_isRunning)
        {
            throw new InvalidOperationException("The simulation is running already; it cannot be run from inside.");
        }

        _isRunning = true;
        try
        {
            while (true)
            {
                if (_calendar.TryPeekTime(out var next) && next == _now)
                {
                    Deliver(_calendar.Pop());
                }
                else if (_touched.Count > 0)
                {
                    StartWhatCanStart();
                }
                else if (_calendar.IsEmpty)
                {
                    return;
                }
                else
                {
                    Advance(next);
                    Deliver(_calendar.Pop());
                }
            }
        }
        finally
        {
            _isRunning = false;
        }
    }

    /// <summary>Counts the rounds of all instants: what is asked for in one round is ordered by key.</summary>
    internal long Round { get; private set; }

    internal int Register(Agent agent)
    {
        _agents.Add(agent);
        return ~(_agents.Count - 1);
    }

    /// <summary>The instant a span from now; one that no clock could show lies just beyond the horizon, where it is refused.</summary>
    internal SimTime After(Int128 nanoseconds) =>
        new((long)Int128.Min(_now + nanoseconds, SimTime.Horizon.Nanoseconds + 1));

    internal void Touch(Resource resource) => _touched.Add(resource);

    internal void WakeNow(int customer, int tag)
    {
        if (customer >= 0)
        {
            _table!.Wake(customer, tag);
        }
        else
        {
            _agents[~customer].Wake(tag);
        }
    }

    private void Deliver(in CalendarEntry entry)
    {
        Count(entry.Customer);
        WakeNow(entry.Customer, entry.Tag);
    }

    private void Advance(long next)
    {
        _now = next;
        Round++;
        _pastCount += _instantCount;
        _instantCount = 0;
    }

    /// <summary>All resources decide first, all customers go on second: no start sees another start's consequences.</summary>
    private void StartWhatCanStart()
    {
        Round++;
        if (_touched.Count > 1)
        {
            _touched.Sort(static (a, b) => b.Customer.CompareTo(a.Customer));
        }

        foreach (var resource in _touched)
        {
            resource.DecideTouched(_grants);
        }

        _touched.Clear();
        for (var index = 0; index < _grants.Count; index++)
        {
            Hand(_grants[index]);
        }

        _grants.Clear();
    }

    private void Hand(in Grant grant)
    {
        Count(grant.Customer);
        if (grant.Customer < 0)
        {
            var agent = _agents[~grant.Customer];
            if (grant.IsGiven)
            {
                agent.Granted(grant.Tag);
            }
            else
            {
                agent.Rejected(grant.Tag);
            }
        }
        else if (grant.IsGiven)
        {
            _table!.Granted(grant.Customer, grant.Tag);
        }
        else
        {
            _table!.Rejected(grant.Customer, grant.Tag);
        }
    }

    private void Count(int customer)
    {
        if (++_instantCount > InstantLimit)
        {
            throw new RunawayException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"More than {InstantLimit} events at one instant, {Now}: the model makes no progress."
                ),
                Now,
                customer
            );
        }

        if ((_instantCount & 0xFFF) == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private void RefuseInstant(SimTime at, int customer)
    {
        if (at > SimTime.Horizon)
        {
            throw new RunawayException("The run goes beyond 100 years.", Now, customer);
        }

        throw new ArgumentOutOfRangeException(
            nameof(at),
            at,
            string.Create(CultureInfo.InvariantCulture, $"A wake-up at {at} lies before the present, {Now}.")
        );
    }
}
