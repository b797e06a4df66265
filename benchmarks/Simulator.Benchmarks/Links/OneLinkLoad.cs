using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Benchmarks.Links;

/// <summary>All transfers over one link.</summary>
internal sealed class OneLinkLoad : TransferLoad
{
    private readonly Link _link;

    public OneLinkLoad(int flows)
        : base(flows) => _link = new Link(Simulation, "uplink", new DataRate(Bandwidth));

    protected override void Transfer(int customer, DataSize size) => _link.Transfer((ulong)customer, customer, 0, size);
}
