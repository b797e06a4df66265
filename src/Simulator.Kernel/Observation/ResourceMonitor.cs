using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Observation;

/// <summary>Observes a resource from now on, whatever its kind: queue, use and waits, by windows of time.</summary>
/// <remarks>
/// <para>
/// Levels are exact for every resource, also for one of one's own, because they are read before each step of the clock. Times
/// are those of customers who come while it is attached; one of one's own tells them by <see cref="Resource.NoteArrival"/>
/// and its sisters. What was granted counts as granted, even if an interrupt gave it back unseen.
/// </para>
/// <para>
/// It changes nothing in the run. A monitor costs two reads per instant and a look-up per customer; a resource that none is
/// attached to pays a comparison with null. Several may observe one resource. Not thread-safe.
/// </para>
/// </remarks>
public sealed class ResourceMonitor
{
    private readonly Resource _resource;
    private readonly Dictionary<(int Customer, int Tag), Visit> _present = [];
    private readonly List<ObservedWindow> _closed = [];
    private readonly SortedSet<long> _cuts = [];
    private ResourceStatistics _open = new();
    private SimTime _openedAt;
    private SimTime _seenUntil;

    /// <summary>Attaches a monitor.</summary>
    /// <param name="resource">What to observe.</param>
    /// <param name="cuts">Instants after the present at which a window ends and the next begins: the end of the warm-up, say.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cut that is not after the present.</exception>
    public ResourceMonitor(Resource resource, params IReadOnlyList<SimTime> cuts)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(cuts);
        _resource = resource;
        _openedAt = _seenUntil = Now;
        foreach (var cut in cuts)
        {
            CutAt(cut);
        }

        resource.Attach(this);
        resource.Simulation.Monitors.Add(this);
    }

    /// <summary>All windows in the order of time, the open one included as far as it has come.</summary>
    public IReadOnlyList<ObservedWindow> Windows
    {
        get
        {
            var all = _closed.Append(new ObservedWindow(_openedAt, Now, _open));
            return [.. all.Select(window => window with { Statistics = Merged([window]) })];
        }
    }

    /// <summary>All windows taken together, up to the present.</summary>
    public ResourceStatistics Whole => Merged(Windows);

    /// <summary>Customers who came while it was attached and are still there.</summary>
    public int Present => _present.Count;

    private SimTime Now => _resource.Simulation.Now;

    /// <summary>Ends a window just before an instant and begins the next with it.</summary>
    /// <param name="instant">After the present.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not after the present.</exception>
    public void CutAt(SimTime instant)
    {
        if (instant <= Now)
        {
            throw new ArgumentOutOfRangeException(
                nameof(instant),
                instant,
                FormattableString.Invariant(
                    $"{_resource} can be cut after {Now} only; before, it was observed already."
                )
            );
        }

        _ = _cuts.Add(instant.Nanoseconds);
    }

    /// <summary>Forgets all that was observed and begins anew at this instant; cuts to come remain.</summary>
    /// <remarks>Who is there stays known: a wait that ends later counts in full.</remarks>
    public void Reset()
    {
        _closed.Clear();
        _open = new ResourceStatistics();
        _openedAt = Now;
    }

    /// <summary>The windows from one instant to another, taken together.</summary>
    /// <param name="from">The beginning of a window.</param>
    /// <param name="to">The end of a window, or the present.</param>
    /// <returns>What was observed in [from, to).</returns>
    /// <exception cref="ArgumentException">The windows do not begin and end there.</exception>
    public ResourceStatistics Between(SimTime from, SimTime to)
    {
        var inside = Windows.Where(window => window.From >= from && window.To <= to).ToList();
        if (inside.Count == 0 || inside[0].From != from || inside[^1].To != to)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{_resource} was not observed in windows that make {from} to {to}."),
                nameof(to)
            );
        }

        return Merged(inside);
    }

    /// <summary>The clock is about to move: what is there now lasts until then, across all cuts on the way.</summary>
    internal void Advance(SimTime next)
    {
        var (queue, held) = (_resource.QueueLength, _resource.Held);
        while (_cuts.Count > 0 && _cuts.Min <= next.Nanoseconds)
        {
            var cut = new SimTime(_cuts.Min);
            _ = _cuts.Remove(cut.Nanoseconds);
            See(queue, held, cut);
            _closed.Add(new ObservedWindow(_openedAt, cut, _open));
            (_open, _openedAt) = (new ResourceStatistics(), cut);
        }

        See(queue, held, next);
    }

    internal void Tell(Passage passage, int customer, int tag)
    {
        if (passage == Passage.Arrival)
        {
            Arrive(customer, tag);
        }
        else if (_present.TryGetValue((customer, tag), out var visit))
        {
            var lasted = Now - visit.CameAt;
            if (passage is Passage.Grant or Passage.Start && !visit.IsServed)
            {
                _open.Waits.Add(lasted);
            }

            if (passage == Passage.Start)
            {
                _present[(customer, tag)] = visit with { IsServed = true };
            }
            else
            {
                _ = _present.Remove((customer, tag));
                Leaving(passage)?.Add(lasted);
            }
        }
    }

    private void Arrive(int customer, int tag)
    {
        if (!_present.TryAdd((customer, tag), new Visit(Now, IsServed: false)))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"At {Now}: customer {customer} comes to {_resource} again with tag {tag}; a monitor cannot tell the two apart."
                )
            );
        }

        _open.Arrivals++;
    }

    private DurationTally? Leaving(Passage passage) =>
        passage switch
        {
            Passage.End => _open.Stays,
            Passage.Rejection => _open.Rejections,
            Passage.Withdrawal => _open.Withdrawals,
            _ => null,
        };

    private void See(long queue, long held, SimTime until)
    {
        _open.Queue.Add(queue, until - _seenUntil);
        _open.Held.Add(held, until - _seenUntil);
        _seenUntil = until;
    }

    private static ResourceStatistics Merged(IEnumerable<ObservedWindow> windows)
    {
        var merged = new ResourceStatistics();
        foreach (var window in windows)
        {
            merged.Merge(window.Statistics);
        }

        return merged;
    }

    private readonly record struct Visit(SimTime CameAt, bool IsServed);
}
