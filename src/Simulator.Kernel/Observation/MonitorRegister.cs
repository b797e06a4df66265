namespace Simulator.Kernel.Observation;

/// <summary>Several monitors as one: those of a resource, or all of a simulation.</summary>
internal sealed class MonitorRegister
{
    private readonly List<ResourceMonitor> _monitors = [];

    public void Add(ResourceMonitor monitor) => _monitors.Add(monitor);

    /// <summary>Called before the clock moves, because nothing changes between two instants.</summary>
    public void Advance(SimTime next)
    {
        foreach (var monitor in _monitors)
        {
            monitor.Advance(next);
        }
    }

    public void Tell(Passage passage, int customer, int tag)
    {
        foreach (var monitor in _monitors)
        {
            monitor.Tell(passage, customer, tag);
        }
    }
}
