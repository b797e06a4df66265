using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Customers before the product's station; kinds are priorities, the first kind before the second.</summary>
internal class StationQueue : OpenQueue
{
    private readonly Station _station;
    private long _queued;
    private long _area;
    private long _changedAt;
    private (long Area, long At) _from;

    public StationQueue(IReadOnlyList<Arrivals> arrivals, long servers, QueuePlan plan)
        : base(arrivals, plan) => _station = new Station(Simulation, "servers", servers);

    /// <summary>Time average of the queue between the first and the last arrival counted.</summary>
    public double QueueLength { get; private set; }

    /// <summary>Nanoseconds that customers spent in the queue, counted at the queue.</summary>
    public long QueueTime => _area;

    protected override void Join(int customer, int kind)
    {
        Change(+1);
        _station.Request(KeyOf(customer), customer, Served, kind);
    }

    protected override void Granted(int customer, int tag)
    {
        Change(-1);
        Simulation.Schedule(Simulation.Now + ServiceOf(customer), KeyOf(customer), customer, Served);
        Begin(customer);
    }

    protected override void Visit(int customer, int tag)
    {
        _station.Release();
        Finish(customer);
    }

    protected override void Rejected(int customer, int tag) =>
        throw new NotSupportedException("A station rejects nobody.");

    protected override void FirstObserved()
    {
        Change(0);
        _from = (_area, _changedAt);
    }

    protected override void LastArrived()
    {
        Change(0);
        QueueLength = (double)(_area - _from.Area) / (_changedAt - _from.At);
    }

    /// <summary>A customer who waits goes away.</summary>
    protected bool Renege(int customer)
    {
        var isWaiting = _station.Withdraw(customer, Served);
        if (isWaiting)
        {
            Change(-1);
            Lose(customer);
        }

        return isWaiting;
    }

    private void Change(long by)
    {
        var now = Simulation.Now.Nanoseconds;
        _area += _queued * (now - _changedAt);
        _changedAt = now;
        _queued += by;
    }
}
