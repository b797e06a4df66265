using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Networks;

/// <summary>
/// Links that flows cross in any combination: all rates are weighted max-min fair, that is, no flow of weight w and cap b
/// can get more without another one of smaller or equal rate / w getting less.
/// </summary>
/// <remarks>
/// <para>
/// Flows of one route share one clock (attained service), so a change costs O(log n) for the flows and progressive filling
/// over the routes that the change can reach through busy links. For two levels <see cref="LinkTree"/> is faster, for one
/// shared link <see cref="Link"/>.
/// </para>
/// <para>
/// Rounding: a share down to 2^-34 bit a second (it may make an end a nanosecond late); a flow is done at the first
/// nanosecond at which no more than 2^-20 ns of its work is left. A flow of size zero is done at once. While a capacity is 0 nothing flows there and nothing is lost.
/// </para>
/// <para>Source: D. Bertsekas and R. Gallager, <i>Data Networks</i>, 2nd ed., 1992, section 6.5.2.</para>
/// </remarks>
public sealed class Network : Resource
{
    private readonly List<NetworkLink> _links = [];
    private readonly List<Route> _routes = [];
    private readonly Component _changed = new();
    private readonly IndexedHeap _ends = new();
    private long _alarmAt = -1;
    private long _flows;

    /// <summary>A network without links.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    public Network(Simulation simulation, string name)
        : base(simulation, name) { }

    /// <summary>Nobody queues at a shared link.</summary>
    public override int QueueLength => 0;

    /// <inheritdoc/>
    public override long Held => _flows;

    /// <summary>Adds a link.</summary>
    /// <param name="bandwidth">Its capacity, at least 0.</param>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative rate.</exception>
    public int AddLink(DataRate bandwidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth.BitsPerSecond, nameof(bandwidth));
        _links.Add(new NetworkLink(FixedPoint.Rate(bandwidth)));
        return _links.Count - 1;
    }

    /// <summary>Adds a route for flows over the same links.</summary>
    /// <param name="links">Numbers of links, each once; none at all only with a cap.</param>
    /// <param name="perFlow">b, above 0: what one flow gets at most; no cap where it is null.</param>
    /// <param name="weight">w, at least 1: only ratios between weights matter.</param>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentException">A link twice, or neither link nor cap.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No such link, or a cap or weight outside its range.</exception>
    public int AddRoute(IReadOnlyList<int> links, DataRate? perFlow = null, int weight = 1)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(perFlow?.BitsPerSecond ?? 1, 1, nameof(perFlow));
        if ((links.Count == 0 && perFlow is null) || links.Distinct().Count() != links.Count)
        {
            throw new ArgumentException(
                $"A route of '{Name}' over [{string.Join(", ", links)}]: each link may stand once, and without links "
                    + "a cap is needed.",
                nameof(links)
            );
        }

        NetworkLink[] crossed = [.. links.Select(LinkAt)];
        var route = new Route(_routes.Count, crossed, FixedPoint.RateOrUnlimited(perFlow), (ulong)weight);
        foreach (var link in crossed)
        {
            link.Routes.Add(route);
        }

        _routes.Add(route);
        return route.Id;
    }

    /// <summary>Transfers over a route; <c>await</c> ends when all has arrived.</summary>
    /// <param name="route">The number of the route.</param>
    /// <param name="size">x, at least 0, at most 2^62 bits.</param>
    /// <returns>What the process awaits.</returns>
    public Wait Transfer(int route, DataSize size)
    {
        FixedPoint.CheckSize(size);
        _ = RouteAt(route);
        return Ask(size.Bits, route);
    }

    /// <summary>Starts a transfer now; the customer is woken when it is done.</summary>
    /// <param name="key">Rank among transfers that end at one instant.</param>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">Handed back at the end.</param>
    /// <param name="route">The number of the route.</param>
    /// <param name="size">x, at least 0, at most 2^62 bits.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such route, or a size outside its range.</exception>
    public void Transfer(ulong key, int customer, int tag, int route, DataSize size)
    {
        FixedPoint.CheckSize(size);
        var over = RouteAt(route);
        var target = over.Attained(Simulation.Now.Nanoseconds) + FixedPoint.Work(size);
        over.Flows.Push(new Flow(target, key, customer, tag));
        _flows++;
        NoteArrival(customer, tag);
        Change(over);
    }

    /// <summary>Changes the capacity of a link from this instant on.</summary>
    /// <param name="link">The number of the link.</param>
    /// <param name="bandwidth">The new capacity; 0 is an outage.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such link, or a negative rate.</exception>
    public void SetBandwidth(int link, DataRate bandwidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth.BitsPerSecond, nameof(bandwidth));
        var changed = LinkAt(link);
        changed.Account(Simulation.Now.Nanoseconds);
        changed.Capacity = FixedPoint.Rate(bandwidth);
        _changed.Add(changed);
        Touch();
    }

    /// <summary>What a flow on a route gets since the last decision, in bits per second; 0 where it has none.</summary>
    /// <param name="route">The number of the route.</param>
    /// <returns>The rate.</returns>
    public double RateOf(int route) => FixedPoint.BitsPerSecond(RouteAt(route).Rate);

    /// <summary>∫ sum of the rates over a link dt so far, in bits.</summary>
    /// <param name="link">The number of the link.</param>
    /// <returns>The bits that it has carried.</returns>
    public double CarriedBits(int link) => FixedPoint.Bits(LinkAt(link).CarriedBy(Simulation.Now.Nanoseconds));

    /// <summary>Breaks a transfer off; O(flows).</summary>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">What the transfer was started with.</param>
    /// <returns>Whether it was under way.</returns>
    public override bool Withdraw(int customer, int tag)
    {
        var over = _routes.Find(route => route.Flows.Remove(customer, tag));
        if (over is null)
        {
            return false;
        }

        _flows--;
        Change(over);
        return NoteWithdrawal(customer, tag, isFound: true);
    }

    /// <summary>Ends what is done: wake-ups of this instant, in the order of keys among all others of it.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        var now = Simulation.Now.Nanoseconds;
        while (_ends.Count > 0 && _ends.FirstKey <= (ulong)now)
        {
            var route = _routes[_ends.First];
            _ends.Remove(route.Id);
            route.Attained(now);
            End(route);
        }

        Touch();
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) =>
        Transfer(claim.Key, claim.Customer, claim.Tag, claim.Priority, new DataSize(claim.Amount));

    /// <summary>Finds the rates of all whom the changes reach, and sets the wake-up for the next end.</summary>
    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        var now = Simulation.Now.Nanoseconds;
        _changed.Spread();
        _changed.Fill(now);
        foreach (var route in _changed.Routes)
        {
            if (route.Flows.Count > 0 && route.FirstEnd(now) is { } end)
            {
                _ends.Set(route.Id, end);
            }
            else
            {
                _ends.Remove(route.Id);
            }
        }

        _changed.Clear();
        if (_ends.Count == 0)
        {
            _alarmAt = -1;
            return;
        }

        var at = Simulation.After((Int128)_ends.FirstKey - now);
        if (at.Nanoseconds != _alarmAt || at == Simulation.Now)
        {
            _alarmAt = at.Nanoseconds;
            Simulation.Schedule(at, 0, Customer, 0);
        }
    }

    private void End(Route route)
    {
        var service = route.Service;
        while (route.Flows.Count > 0 && service.HasReached(route.Flows.First.Target))
        {
            var flow = route.Flows.Pop();
            service.CheckPunctual(flow.Target, this);
            _flows--;
            NoteEnd(flow.Customer, flow.Tag);
            Simulation.Schedule(Simulation.Now, flow.Key, flow.Customer, flow.Tag);
        }

        Change(route);
    }

    private void Change(Route route)
    {
        _changed.Add(route);
        Touch();
    }

    private NetworkLink LinkAt(int link) =>
        link >= 0 && link < _links.Count ? _links[link] : throw Unknown(nameof(link), link, _links.Count);

    private Route RouteAt(int route) =>
        route >= 0 && route < _routes.Count ? _routes[route] : throw Unknown(nameof(route), route, _routes.Count);

    private ArgumentOutOfRangeException Unknown(string kind, int number, int count) =>
        new(kind, number, string.Create(CultureInfo.InvariantCulture, $"'{Name}' has {count} {kind}s, from 0."));
}
