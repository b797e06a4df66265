using BenchmarkDotNet.Attributes;
using Simulator.Kernel;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Networks;

namespace Simulator.Benchmarks;

/// <summary>
/// The cost of one transfer among many that share: over one link, and through 5,000 racks under a core, of which some are
/// the limit and some are not.
/// </summary>
/// <remarks>Every customer begins another transfer of a pseudo-exponential size as soon as one ends.</remarks>
[MemoryDiagnoser]
public class LinkBenchmarks
{
    private const int Transfers = 500_000;
    private const int Racks = 5_000;
    private const long Bandwidth = 1_000_000_000_000;

    /// <summary>Transfers that are under way at once.</summary>
    [Params(5_000, 100_000)]
    public int Flows { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = Transfers)]
    public long OneLink() => new OneLinkLoad(Flows).Run();

    [Benchmark(OperationsPerInvoke = Transfers)]
    public long RacksUnderACore() => new TreeLoad(Flows).Run();

    private abstract class Load(int flows) : CustomerTable
    {
        private readonly GapSource[] _sizes =
        [
            .. Enumerable.Range(0, flows).Select(customer => new GapSource((ulong)customer)),
        ];
        private int _begun;

        protected Simulation Simulation { get; } = new();

        public long Run()
        {
            Simulation.Attach(this);
            for (var customer = 0; customer < flows; customer++)
            {
                Wake(customer, 0);
            }

            Simulation.Run();
            return Simulation.EventCount;
        }

        protected abstract void Transfer(int customer, DataSize size);

        protected internal sealed override void Wake(int customer, int tag)
        {
            if (_begun++ < Transfers)
            {
                Transfer(customer, new DataSize(_sizes[customer].Next()));
            }
        }

        protected internal sealed override void Granted(int customer, int tag) => throw new NotSupportedException();

        protected internal sealed override void Rejected(int customer, int tag) => throw new NotSupportedException();
    }

    private sealed class OneLinkLoad : Load
    {
        private readonly Link _link;

        public OneLinkLoad(int flows)
            : base(flows) => _link = new Link(Simulation, "uplink", new DataRate(Bandwidth));

        protected override void Transfer(int customer, DataSize size) =>
            _link.Transfer((ulong)customer, customer, 0, size);
    }

    private sealed class TreeLoad : Load
    {
        private readonly LinkTree _tree;

        public TreeLoad(int flows)
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
}
