using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Tests.Models;

/// <summary>Models in the fewest words, for tests.</summary>
internal static class Build
{
    public static Model Model(
        int nodes,
        IReadOnlyList<StepSpec> steps,
        IReadOnlyList<ServiceSpec>? services = null,
        RolloutSpec? rollout = null,
        params TopologyLevel[] topology
    ) =>
        new()
        {
            Cluster = new ClusterSpec { Nodes = nodes, Topology = topology },
            Services = services ?? [],
            Update = new UpdateSpec { Steps = steps },
            Rollout = rollout ?? RolloutSpec.AllAtOnce,
        };

    public static DurationSpec Seconds(double seconds) => new DurationSpec.Drawn(new Constant(seconds));

    public static StepSpec Step(string name, double seconds, string? uses = null, string per = Levels.Node) =>
        new()
        {
            Name = name,
            Per = per,
            Takes = Seconds(seconds),
            Uses = uses is null ? [] : [new UseSpec(uses)],
        };

    public static StationSpec Station(string name, long servers, string per = Levels.Cluster) =>
        new()
        {
            Name = name,
            Servers = servers,
            Per = per,
        };

    public static LinkSpec Link(string name, long megabytesPerSecond, long? perNode = null) =>
        new()
        {
            Name = name,
            Bandwidth = DataRate.FromBytesPerSecond(megabytesPerSecond * 1_000_000),
            PerNode = perNode is { } cap ? DataRate.FromBytesPerSecond(cap * 1_000_000) : null,
        };

    public static RolloutSpec Window(Quota quota, string unit = Levels.Node) =>
        new()
        {
            Limit = new LimitSpec { MaxUnavailable = quota },
            Unit = unit,
        };

    public static RolloutSpec Batch(Quota quota, int? cap = null) =>
        new()
        {
            Admission = Admission.Batch,
            Limit = new LimitSpec { MaxUnavailable = quota, Cap = cap },
        };
}
