namespace Simulator.Kernel.Resources;

/// <summary>What customers wait for. Requests and releases are noted at once; starts are decided once per instant.</summary>
/// <remarks>
/// A resource of one's own overrides <see cref="Decide"/> and calls <see cref="Touch"/> whenever a decision may be due.
/// </remarks>
public abstract class Resource : Agent
{
    private bool _isTouched;

    /// <summary>Enters the simulation's register.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    protected Resource(Simulation simulation, string name)
        : base(simulation)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Customers that wait.</summary>
    public abstract int QueueLength { get; }

    /// <summary>What is held at present: servers, units or flows. Zero at the end of a sound run.</summary>
    public abstract long Held { get; }

    internal void DecideTouched(GrantList grants)
    {
        _isTouched = false;
        Decide(grants);
    }

    /// <summary>Asks for a decision at the end of this round of the instant.</summary>
    protected void Touch()
    {
        if (!_isTouched)
        {
            _isTouched = true;
            Simulation.Touch(this);
        }
    }

    /// <summary>Decides whom to start now.</summary>
    /// <param name="grants">Where to enter the decisions, in order.</param>
    protected abstract void Decide(GrantList grants);

    /// <summary>A wake-up of its own, where it schedules any.</summary>
    /// <param name="tag">What it was scheduled with.</param>
    protected internal override void Wake(int tag) => Touch();
}
