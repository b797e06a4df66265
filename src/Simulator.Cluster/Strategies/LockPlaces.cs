using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Strategies;

/// <summary>
/// A lock with places: every unit looks at ticks of its own, every P from its first, and takes a place that it finds free; one
/// that is freed at the instant of a look is free.
/// </summary>
/// <remarks>
/// Looks that find nothing are not simulated: while no place is free nobody is woken, and when one is freed the unit
/// whose tick comes next is. O(log n) a unit instead of O(T / P).
/// </remarks>
internal sealed class LockPlaces : RuledPlaces
{
    private const int LookTag = -1;

    private readonly TickSpec _tick;
    private readonly SortedSet<(long Phase, ulong Key, int Unit)> _waiting = [];
    private readonly SortedSet<(long Phase, ulong Key, int Unit)> _later = [];
    private long _wakeAt = -1;

    public LockPlaces(Simulation simulation, PlaceRules rules)
        : base(simulation, rules) => _tick = rules.Rollout.Tick!;

    /// <summary>Waits until its first tick from now, then in the ring of phases.</summary>
    protected override void OnAsked(int unit)
    {
        var first = _tick.From(Rules.FirstTick(unit), Simulation.Now);
        _later.Add((first.Nanoseconds, KeyOf(unit), unit));
        Touch();
    }

    protected override void OnFreed(int unit) => Touch();

    protected override void OnWoken(int tag)
    {
        if (Simulation.Now.Nanoseconds == _wakeAt)
        {
            Touch();
        }
    }

    /// <summary>A lock has one batch: all.</summary>
    protected override IEnumerable<int> BatchOf(int unit) => Enumerable.Range(0, Rules.Units);

    protected override void Decide(GrantList grants)
    {
        var now = Simulation.Now.Nanoseconds;
        while (_later.Count > 0 && _later.Min.Phase <= now)
        {
            var (first, key, unit) = _later.Min;
            _later.Remove(_later.Min);
            _waiting.Add((first % _tick.Period.Nanoseconds, key, unit));
        }

        while (Next() is { } next && next.At == now && Fits(next.Entry.Unit))
        {
            _waiting.Remove(next.Entry);
            Admit(next.Entry.Unit, grants);
        }

        Plan();
    }

    /// <summary>Wakes up at the next tick at which somebody could be admitted.</summary>
    private void Plan()
    {
        var at = _later.Count > 0 ? _later.Min.Phase : long.MaxValue;
        if (Next() is { } next && Fits(next.Entry.Unit))
        {
            at = Math.Min(at, next.At);
        }

        if (at != long.MaxValue && at != _wakeAt)
        {
            _wakeAt = at;
            Simulation.Schedule(new SimTime(at), 0, Customer, LookTag);
        }
    }

    /// <summary>Who looks next at or after now, of those whose ticks have begun.</summary>
    private ((long Phase, ulong Key, int Unit) Entry, long At)? Next()
    {
        var (now, period) = (Simulation.Now.Nanoseconds, _tick.Period.Nanoseconds);
        while (_waiting.Count > 0)
        {
            var phase = now % period;
            var isAhead = _waiting.Max.Phase >= phase;
            var entry = isAhead ? _waiting.GetViewBetween((phase, 0, 0), _waiting.Max).Min : _waiting.Min;
            if (IsAsking(entry.Unit))
            {
                return (entry, now - phase + entry.Phase + (isAhead ? 0 : period));
            }

            _waiting.Remove(entry);
        }

        return null;
    }
}
