namespace Simulator.Kernel.Resources.Networks;

/// <summary>The links and busy routes that a change can reach, and their max-min fair rates by progressive filling.</summary>
/// <remarks>
/// Source: progressive filling as in D. Bertsekas and R. Gallager, <i>Data Networks</i>, 2nd ed., 1992, section 6.5.2.
/// O(bottlenecks x (links + crossings)).
/// </remarks>
internal sealed class Component
{
    private readonly List<NetworkLink> _links = [];
    private readonly List<Route> _routes = [];

    public IReadOnlyList<Route> Routes => _routes;

    /// <summary>Adds a link and all that busy routes connect with it.</summary>
    public void Add(NetworkLink link)
    {
        if (!link.IsDirty)
        {
            link.IsDirty = true;
            _links.Add(link);
        }
    }

    /// <summary>Adds a route, busy or not, and its links.</summary>
    public void Add(Route route)
    {
        if (route.IsDirty)
        {
            return;
        }

        route.IsDirty = true;
        _routes.Add(route);
        foreach (var link in route.Links)
        {
            Add(link);
        }
    }

    /// <summary>Follows busy routes from link to link.</summary>
    public void Spread()
    {
        for (var index = 0; index < _links.Count; index++)
        {
            foreach (var route in _links[index].Routes)
            {
                if (route.Flows.Count > 0)
                {
                    Add(route);
                }
            }
        }
    }

    /// <summary>Sets all rates: the level rises for all alike until a link is full or a cap is met, then for the rest.</summary>
    public void Fill(long now)
    {
        foreach (var link in _links)
        {
            link.Account(now);
            link.Open();
        }

        var open = 0;
        foreach (var route in _routes)
        {
            route.SetRate(0, now);
            route.IsOpen = route.Flows.Count > 0;
            open += route.IsOpen ? 1 : 0;
            foreach (var link in route.Links)
            {
                link.OpenWeight += route.TotalWeight;
            }
        }

        while (open > 0)
        {
            open -= FillOnce(now);
        }
    }

    public void Clear()
    {
        _links.ForEach(link => link.IsDirty = false);
        _routes.ForEach(route => route.IsDirty = false);
        _links.Clear();
        _routes.Clear();
    }

    /// <summary>Finds the next level at which something binds, and settles all routes that it binds.</summary>
    private int FillOnce(long now)
    {
        var full = FixedPoint.Unlimited;
        foreach (var link in _links)
        {
            full = link.OpenWeight > 0 ? UInt128.Min(full, link.Share) : full;
        }

        var closed = CloseCapped(full, now);
        if (closed > 0)
        {
            return closed;
        }

        foreach (var link in _links)
        {
            if (link.OpenWeight > 0 && link.Share == full)
            {
                foreach (var route in link.Routes)
                {
                    closed += route.IsOpen ? Close(route, full * route.Weight, now) : 0;
                }
            }
        }

        return closed;
    }

    /// <summary>Shares only rise while others are settled, so a cap below the first full link binds for good.</summary>
    private int CloseCapped(UInt128 level, long now)
    {
        var closed = 0;
        foreach (var route in _routes)
        {
            closed += route.IsOpen && route.CapLevel <= level ? Close(route, route.CapLevel * route.Weight, now) : 0;
        }

        return closed;
    }

    private static int Close(Route route, UInt128 rate, long now)
    {
        route.IsOpen = false;
        route.SetRate(rate, now);
        foreach (var link in route.Links)
        {
            link.Give(rate * (ulong)route.Flows.Count, route.TotalWeight);
        }

        return 1;
    }
}
