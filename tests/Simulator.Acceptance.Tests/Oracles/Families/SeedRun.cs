using Simulator.Kernel;
using Simulator.Kernel.Resources.Broadcasts;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Receivers of a whole file that become holders: one row each.</summary>
internal sealed class SeedRun : CustomerTable
{
    private readonly Simulation _simulation = new();
    private readonly SeedPool _pool;
    private readonly Func<int, SimTime> _time;
    private int _done;

    private SeedRun(long seeds, Func<int, SimTime> time)
    {
        _simulation.Attach(this);
        _pool = new SeedPool(_simulation, "seeds", seeds);
        _time = time;
    }

    /// <summary>The instant at which the last has the file.</summary>
    public static SimTime Simulate(int receivers, long seeds, Func<int, SimTime> time)
    {
        var run = new SeedRun(seeds, time);
        for (var receiver = 0; receiver < receivers; receiver++)
        {
            run._pool.Request((ulong)receiver, receiver, 0);
        }

        run._simulation.Run();
        Assert.That(run._done, Is.EqualTo(receivers));
        return run._simulation.Now;
    }

    protected override void Granted(int customer, int tag) =>
        _simulation.Schedule(_simulation.Now + _time(customer), (ulong)customer, customer, tag);

    protected override void Wake(int customer, int tag)
    {
        _done++;
        _pool.Complete();
    }

    protected override void Rejected(int customer, int tag) => throw new NotSupportedException();
}
