using Simulator.Kernel;
using Simulator.Kernel.Resources.Networks;

namespace Simulator.Benchmarks.Links;

/// <summary>All transfers through 5,000 racks under a core; some racks are the limit, some are not.</summary>
internal sealed class LinkTreeLoad : TransferLoad
{
    private const int Racks = 5_000;

    private readonly LinkTree _tree;

    public LinkTreeLoad(int flows)
        : base(flows)
    {
        _tree = new LinkTree(Simulation, "core", new DataRate(Bandwidth));
        for (var rack = 0; rack < Racks; rack++)
        {
            // from half the fair share of a rack to one and a half of it
            _tree.AddBranch(new DataRate(Bandwidth / Racks * (50 + (rack % 101)) / 100));
        }
    }

    protected override void Transfer(int customer, DataSize size) =>
        _tree.Transfer((ulong)customer, customer, 0, customer % Racks, size);
}
