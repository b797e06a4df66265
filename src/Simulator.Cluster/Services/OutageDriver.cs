using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Services;

/// <summary>Switches a resource off and on, as long as somebody is there; asleep otherwise, so that a run can end.</summary>
internal sealed class OutageDriver(Simulation simulation, Resource resource, OutageTimes times, Action<bool> switchTo)
    : Agent(simulation)
{
    private bool _isDown;
    private bool _isAwake;

    /// <summary>Somebody comes: from now on it follows the clock.</summary>
    public void Attend()
    {
        if (!_isAwake)
        {
            Follow();
        }
    }

    /// <inheritdoc/>
    protected override void Wake(int tag)
    {
        _isAwake = false;
        if (resource.Held > 0 || resource.QueueLength > 0)
        {
            Follow();
        }
    }

    private void Follow()
    {
        var isDown = times.IsDown(Simulation.Now);
        if (isDown != _isDown)
        {
            _isDown = isDown;
            switchTo(isDown);
        }

        if (times.NextChange(Simulation.Now) is { } change)
        {
            _isAwake = true;
            Simulation.Schedule(change, 0, Customer, 0);
        }
    }
}
