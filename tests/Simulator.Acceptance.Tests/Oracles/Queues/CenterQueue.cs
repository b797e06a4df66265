using Simulator.Kernel.Random;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Customers before the product's service center at speed 1; kinds are priorities, the first before the second.</summary>
internal sealed class CenterQueue : OpenQueue
{
    private readonly ServiceCenter _center;

    public CenterQueue(IReadOnlyList<Arrivals> arrivals, Func<StreamKey, ServiceCenterOptions> options, QueuePlan plan)
        : base(arrivals, plan) => _center = new ServiceCenter(Simulation, "center", options(Stream));

    protected override void Join(int customer, int kind) =>
        _center.Request(KeyOf(customer), customer, Served, ServiceOf(customer), kind);

    protected override void Visit(int customer, int tag) => FinishUnseen(customer);

    protected override void Rejected(int customer, int tag) => Lose(customer);

    protected override void Granted(int customer, int tag) =>
        throw new NotSupportedException("A center tells of ends only.");
}
