namespace Simulator.Kernel;

/// <summary>A customer that is an object: a process, or a resource that wakes itself.</summary>
/// <remarks>Not thread-safe: a simulation and its agents live on one thread.</remarks>
public abstract class Agent
{
    /// <summary>Enters the simulation's register of agents.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    protected Agent(Simulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        Simulation = simulation;
        Customer = simulation.Register(this);
    }

    /// <summary>The simulation that it lives in.</summary>
    public Simulation Simulation { get; }

    /// <summary>The address in calendar and queues, below 0; unique in its simulation.</summary>
    public int Customer { get; }

    /// <summary>A wait in time is over.</summary>
    /// <param name="tag">What the wait was started with.</param>
    protected internal abstract void Wake(int tag);

    /// <summary>A resource gave what was asked for.</summary>
    /// <param name="tag">What the request was made with.</param>
    protected internal virtual void Granted(int tag) => Wake(tag);

    /// <summary>A resource refused what was asked for, at once.</summary>
    /// <param name="tag">What the request was made with.</param>
    protected internal virtual void Rejected(int tag) => Wake(tag);
}
