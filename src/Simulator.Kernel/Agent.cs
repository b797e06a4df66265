using System.Globalization;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel;

/// <summary>A customer that is an object: a process, or a resource that wakes itself.</summary>
/// <remarks>Not thread-safe: a simulation and its agents live on one thread.</remarks>
public abstract class Agent
{
    private Simulation? _simulation;

    /// <summary>Enters the simulation's register of agents, for ever.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    protected Agent(Simulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        _simulation = simulation;
        Customer = simulation.Register(this);
    }

    /// <summary>An agent that joins a simulation later, or for a while.</summary>
    private protected Agent() { }

    /// <summary>The simulation that it lives in.</summary>
    /// <exception cref="InvalidOperationException">A process that was not spawned yet.</exception>
    public Simulation Simulation => _simulation ?? throw NotSpawned();

    /// <summary>The address in calendar and queues, below 0; unique in its simulation while the agent lives.</summary>
    public int Customer { get; private set; }

    internal bool IsAtHome => _simulation is not null;

    /// <summary>Gives a late agent its place.</summary>
    internal void Settle(Simulation simulation, int customer)
    {
        _simulation = simulation;
        Customer = customer;
    }

    /// <summary>A process begins to wait here.</summary>
    internal virtual void Begin(in Claim claim) => throw CannotWaitHere();

    /// <summary>A process waits here no longer: what it asked for is withdrawn, what it was given unseen is taken back.</summary>
    internal virtual void Cancel(int customer, int tag) => throw CannotWaitHere();

    /// <summary>What a process was given and never got to see is given back.</summary>
    internal virtual void TakeBack(long amount) { }

    /// <summary>A wait in time is over.</summary>
    /// <param name="tag">What the wait was started with.</param>
    protected internal abstract void Wake(int tag);

    /// <summary>A resource gave what was asked for.</summary>
    /// <param name="tag">What the request was made with.</param>
    protected internal virtual void Granted(int tag) => Wake(tag);

    /// <summary>A resource refused what was asked for, at once.</summary>
    /// <param name="tag">What the request was made with.</param>
    protected internal virtual void Rejected(int tag) => Wake(tag);

    private InvalidOperationException NotSpawned() =>
        new(string.Create(CultureInfo.InvariantCulture, $"{this} lives in no simulation yet: spawn it, or await it."));

    private InvalidOperationException CannotWaitHere() =>
        new(string.Create(CultureInfo.InvariantCulture, $"{this} is nothing that a process can wait for."));
}
