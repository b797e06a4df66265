using BenchmarkDotNet.Attributes;
using Simulator.Cluster;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Random;

namespace Simulator.Benchmarks;

/// <summary>
/// W3, the cluster update: N nodes at once, drain, one of 200 registry slots, flash, one of 50 reboot slots, health check.
/// Eight events a node are counted whatever is executed, and the records are written.
/// </summary>
[MemoryDiagnoser]
public class ClusterUpdateBenchmarks
{
    private UpdatePlan? _plan;

    /// <summary>N.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Compile() =>
        _plan = UpdatePlan.Compile(
            new Model
            {
                Cluster = new ClusterSpec { Nodes = Nodes },
                Services =
                [
                    new StationSpec { Name = "registry", Servers = 200 },
                    new StationSpec { Name = "reboots", Servers = 50 },
                ],
                Update = new UpdateSpec
                {
                    Steps =
                    [
                        Step("drain", new Lognormal(5.5, 0.5)),
                        Step("download", new Lognormal(3.4, 0.5), "registry"),
                        Step("flash", new Lognormal(6.4, 0.3)),
                        Step("reboot", new Exponential(60), "reboots"),
                        Step("verify", new Lognormal(4.8, 0.3)),
                    ],
                },
                Rollout = RolloutSpec.AllAtOnce,
            }
        );

    [Benchmark]
    public double Makespan() => Rollout.Run(_plan!, seed: 1, replication: 0).Makespan.Seconds;

    private static StepSpec Step(string name, Distribution law, string? uses = null) =>
        new()
        {
            Name = name,
            Takes = new DurationSpec.Drawn(law),
            Uses = uses is null ? [] : [new UseSpec(uses)],
        };
}
