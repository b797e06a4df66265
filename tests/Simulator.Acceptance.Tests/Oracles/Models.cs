using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>Models in the fewest words.</summary>
internal static class Models
{
    public const ulong Seed = 20_260_101;

    public static Model Of(
        int nodes,
        IReadOnlyList<StepSpec> steps,
        IReadOnlyList<ServiceSpec>? services = null,
        RolloutSpec? rollout = null,
        params IReadOnlyList<TopologyLevel> topology
    ) =>
        new()
        {
            Cluster = new ClusterSpec { Nodes = nodes, Topology = topology },
            Services = services ?? [],
            Update = new UpdateSpec { Steps = steps },
            Rollout = rollout ?? RolloutSpec.AllAtOnce,
        };

    public static RunRecord Run(Model model) => Rollout.Run(UpdatePlan.Compile(model), Seed, replication: 0);

    public static StepSpec Step(string name, Distribution law, string? uses = null, string per = Levels.Node) =>
        new()
        {
            Name = name,
            Per = per,
            Takes = new DurationSpec.Drawn(law),
            Uses = uses is null ? [] : [new UseSpec(uses)],
        };

    public static StepSpec Step(string name, double seconds, string? uses = null, string per = Levels.Node) =>
        Step(name, new Constant(seconds), uses, per);

    public static StepSpec Barrier(string name) => new() { Name = name, Per = Levels.Cluster };

    public static StationSpec Station(string name, long servers, string per = Levels.Cluster) =>
        new()
        {
            Name = name,
            Servers = servers,
            Per = per,
        };

    public static LinkSpec Link(string name, double megabytesPerSecond, double? perNode) =>
        new()
        {
            Name = name,
            Bandwidth = Rate(megabytesPerSecond),
            PerNode = perNode is { } cap ? Rate(cap) : null,
        };

    public static TokenBucketSpec Bucket(string name, double rate, long burst) =>
        new()
        {
            Name = name,
            Rate = PerSecond(rate),
            Burst = burst,
        };

    /// <summary>A decimal number of events a second as an exact ratio.</summary>
    public static Frequency PerSecond(double rate)
    {
        var (count, seconds) = ((decimal)rate, 1L);
        while (count != decimal.Truncate(count))
        {
            (count, seconds) = (count * 10, seconds * 10);
        }

        return new Frequency((long)count, SimTime.FromSeconds(seconds));
    }

    public static DataSize Megabytes(double megabytes) => DataSize.FromBytes((long)Math.Round(megabytes * 1e6));

    public static RolloutSpec Window(Quota quota, string unit = Levels.Node) =>
        new()
        {
            Limit = new LimitSpec { MaxUnavailable = quota },
            Unit = unit,
        };

    private static DataRate Rate(double megabytesPerSecond) =>
        DataRate.FromBytesPerSecond((long)Math.Round(megabytesPerSecond * 1e6));
}
