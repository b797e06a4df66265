using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>A stream of arrivals under way: its draws, and how far it has come.</summary>
internal sealed class Source(Arrivals arrivals, StreamKey stream, int kind)
{
    private readonly BulkDraws _gaps = new(arrivals.Gap, stream, 2 * (uint)kind);
    private readonly BulkDraws _services = new(arrivals.Service, stream, (2 * (uint)kind) + 1);
    private int _events;
    private int _customers;

    public int Batch => arrivals.Batch;

    public SimTime NextGap() => _gaps[_events++];

    public SimTime NextService() => _services[_customers++];
}
