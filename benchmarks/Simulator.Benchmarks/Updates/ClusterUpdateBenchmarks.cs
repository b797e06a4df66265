using BenchmarkDotNet.Attributes;
using Simulator.Kernel.Random;

namespace Simulator.Benchmarks.Updates;

/// <summary>W3: the whole way of the product against two loops written by hand.</summary>
[MemoryDiagnoser]
public class ClusterUpdateBenchmarks
{
    /// <summary>N.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Nodes { get; set; }

    /// <summary>The same draws as the product, in a loop.</summary>
    [Benchmark(Baseline = true)]
    public long BareLoop() => BareLoop(Nodes);

    /// <summary>The machine's limit.</summary>
    [Benchmark]
    public long BareLoopWithFastestDraws() => BareLoopWithFastestDraws(Nodes);

    /// <summary>From the text of a scenario to the makespan, with records.</summary>
    [Benchmark]
    public double Product() => ClusterUpdate.Product(Nodes);

    internal static long BareLoop(int nodes) =>
        new BareUpdate<KeyedSpans>(nodes, new KeyedSpans(nodes, StreamKey.Derive(ClusterUpdate.Seed, 0))).Run();

    internal static long BareLoopWithFastestDraws(int nodes) =>
        new BareUpdate<ZigguratSpans>(nodes, new ZigguratSpans()).Run();
}
