using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Strategies;

/// <summary>A sliding window: the unit that has been ready longest starts as soon as all its nodes fit.</summary>
internal sealed class WindowPlaces(Simulation simulation, long limit, Func<int, int> sizeOf) : Places(simulation)
{
    private readonly WaitQueue _queue = new();
    private long _held;
    private int _tag;

    public override int QueueLength => _queue.Count;

    public override long Held => _held;

    public override void Request(ulong key, int unit, int tag)
    {
        _tag = tag;
        _queue.Add(new Waiter(key, unit, tag, sizeOf(unit)), Simulation.Round);
        if (_held < limit)
        {
            Touch();
        }
    }

    public override void Release(int unit)
    {
        _held -= sizeOf(unit);
        if (_queue.Count > 0)
        {
            Touch();
        }
    }

    public override void Skip(int unit)
    {
        if (_queue.Remove(unit, _tag))
        {
            Touch();
        }
    }

    protected override void Decide(GrantList grants)
    {
        _queue.Settle();
        while (_queue.Count > 0 && _held + _queue.First.Amount <= limit)
        {
            grants.Give(_queue.First);
            _held += _queue.First.Amount;
            _queue.RemoveFirst(Simulation);
        }
    }
}
