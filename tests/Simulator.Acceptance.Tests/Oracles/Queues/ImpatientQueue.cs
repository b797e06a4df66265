using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>As <see cref="StationQueue"/>; who waits for too long goes away for good.</summary>
internal sealed class ImpatientQueue(Arrivals arrivals, Distribution patience, long servers, QueuePlan plan)
    : StationQueue([arrivals], servers, plan)
{
    private const int TimeOut = 1;
    private readonly BulkDraws _patience = new(
        patience,
        StreamKey.Derive(Models.Seed, plan.Replication),
        Fnv1a.Hash32("patience")
    );

    protected override void Join(int customer, int kind)
    {
        base.Join(customer, kind);
        Simulation.Schedule(Simulation.Now + _patience[customer], KeyOf(customer), customer, TimeOut);
    }

    protected override void Visit(int customer, int tag)
    {
        if (tag == TimeOut)
        {
            Renege(customer);
        }
        else
        {
            base.Visit(customer, tag);
        }
    }
}
