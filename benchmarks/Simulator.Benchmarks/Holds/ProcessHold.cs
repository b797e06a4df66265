using Simulator.Kernel;
using Simulator.Kernel.Processes;

namespace Simulator.Benchmarks.Holds;

/// <summary>W1 with <c>async</c> processes, one a customer.</summary>
internal sealed class ProcessHold
{
    private readonly Simulation _simulation = new();
    private readonly int _customers;

    public ProcessHold(int customers)
    {
        async Process Hold(GapSource gaps)
        {
            while (true)
            {
                await _simulation.Delay(new SimTime(gaps.Next()));
            }
        }

        _customers = customers;
        _simulation.InstantLimit = customers;
        for (var customer = 0; customer < customers; customer++)
        {
            _simulation.Spawn(Hold(new GapSource((ulong)customer)));
        }
    }

    /// <summary>At a mean gap of 1 s all customers together make this many steps in the time.</summary>
    public long Run(int steps)
    {
        _simulation.Run(_simulation.Now + SimTime.FromSeconds(steps / _customers));
        return _simulation.EventCount;
    }
}
