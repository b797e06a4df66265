using BenchmarkDotNet.Attributes;

namespace Simulator.Benchmarks.Holds;

/// <summary>The cost of one wait in time when many customers wait at once: processes against a loop written by hand.</summary>
/// <remarks>Every customer sleeps pseudo-exponential gaps again and again; both sides draw them in the same way.</remarks>
[MemoryDiagnoser]
public class HoldBenchmarks
{
    private const int Steps = 4_000_000;

    private BareHold? _bare;
    private ProcessHold? _processes;

    /// <summary>Customers that wait at the same time.</summary>
    [Params(1_000, 100_000, 1_000_000)]
    public int Customers { get; set; }

    [GlobalSetup(Target = nameof(BareLoop))]
    public void BeginLoop() => (_bare = new BareHold(Customers)).Run(Steps);

    /// <summary>The limit for one event at a time.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public long BareLoop() => _bare!.Run(Steps);

    [GlobalSetup(Target = nameof(Processes))]
    public void BeginProcesses() => (_processes = new ProcessHold(Customers)).Run(Steps);

    /// <summary>The same as <c>async</c> processes, one a customer.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long Processes() => _processes!.Run(Steps);
}
