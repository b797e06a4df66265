using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests;

/// <summary>Row customers whose every turn is written down and may be answered by a lambda.</summary>
internal sealed class Visitors : CustomerTable
{
    private readonly Simulation _simulation;
    private readonly Dictionary<(int Customer, int Tag), Action> _plans = [];

    public Visitors(Simulation simulation)
    {
        _simulation = simulation;
        simulation.Attach(this);
    }

    /// <summary>What happened, such as <c>2 s: 7 granted</c>.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Customers in the order in which they were granted something.</summary>
    public List<int> GrantOrder { get; } = [];

    /// <summary>The instant of the last turn of each customer.</summary>
    public Dictionary<int, SimTime> LastAt { get; } = [];

    /// <summary>Called with each grant.</summary>
    public Action<int, int>? OnGranted { get; set; }

    /// <summary>Lets a customer act at an instant.</summary>
    public void At(double seconds, int customer, Action act) => At(SimTime.FromSeconds(seconds), customer, act);

    public void At(SimTime instant, int customer, Action act)
    {
        var tag = 1000 + _plans.Count;
        _plans.Add((customer, tag), act);
        _simulation.Schedule(instant, (ulong)customer, customer, tag);
    }

    /// <summary>Asks for one server and gives it back after a while.</summary>
    public void Visit(Station station, double at, int customer, double takes, int priority = 0) =>
        At(
            at,
            customer,
            () =>
            {
                station.Request((ulong)customer, customer, 0, priority);
                OnGranted ??= (who, _) => At(_simulation.Now + SimTime.FromSeconds(takes), who, station.Release);
            }
        );

    protected internal override void Wake(int customer, int tag)
    {
        LastAt[customer] = _simulation.Now;
        if (_plans.Remove((customer, tag), out var plan))
        {
            plan();
            return;
        }

        Log.Add($"{_simulation.Now}: {customer} woken");
    }

    protected internal override void Granted(int customer, int tag)
    {
        LastAt[customer] = _simulation.Now;
        GrantOrder.Add(customer);
        Log.Add($"{_simulation.Now}: {customer} granted");
        OnGranted?.Invoke(customer, tag);
    }

    protected internal override void Rejected(int customer, int tag)
    {
        LastAt[customer] = _simulation.Now;
        Log.Add($"{_simulation.Now}: {customer} rejected");
    }
}
