using BenchmarkDotNet.Attributes;
using Simulator.Benchmarks.Holds;
using Simulator.Kernel;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Networks;

namespace Simulator.Benchmarks.Links;

/// <summary>
/// The cost of one transfer among many that share: over one link, and through 5,000 racks under a core, of which some are
/// the limit and some are not.
/// </summary>
/// <remarks>Every customer begins another transfer of a pseudo-exponential size as soon as one ends.</remarks>
[MemoryDiagnoser]
public class LinkBenchmarks
{
    /// <summary>Transfers that are under way at once.</summary>
    [Params(5_000, 100_000)]
    public int Flows { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = TransferLoad.Transfers)]
    public long OneLink() => new OneLinkLoad(Flows).Run();

    [Benchmark(OperationsPerInvoke = TransferLoad.Transfers)]
    public long RacksUnderACore() => new LinkTreeLoad(Flows).Run();
}
