using Simulator.Kernel;
using Simulator.Kernel.Calendar;

namespace Simulator.Benchmarks.Holds;

/// <summary>W1, the limit for one event at a time: the ladder queue, an array of generator states, a loop.</summary>
internal sealed class BareHold
{
    private readonly EventCalendar _calendar = new();
    private readonly GapSource[] _gaps;
    private long _now;

    public BareHold(int customers)
    {
        _gaps = [.. Enumerable.Range(0, customers).Select(customer => new GapSource((ulong)customer))];
        for (var customer = 0; customer < customers; customer++)
        {
            _calendar.Push(new CalendarEntry(_gaps[customer].Next(), (ulong)customer, customer, 0));
        }
    }

    /// <summary>At a mean gap of 1 s all customers together make this many steps in the time.</summary>
    public long Run(int steps)
    {
        var until = _now + (steps / _gaps.Length * SimTime.NanosecondsPerSecond);
        while (_calendar.TryPeekTime(out _now) && _now <= until)
        {
            var entry = _calendar.Take();
            _calendar.Push(entry with { Time = _now + _gaps[entry.Customer].Next() });
        }

        return _now = until;
    }
}
