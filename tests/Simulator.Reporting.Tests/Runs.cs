using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Random;

namespace Simulator.Reporting.Tests;

/// <summary>Runs that are small enough to check by hand.</summary>
internal static class Runs
{
    /// <summary>Four nodes in two racks: stage by one server (10 s each), switches per rack (20 s), two racks admitted one by one.</summary>
    public static RunRecord TwoRacks() => Run(4);

    /// <summary>The same with more racks.</summary>
    public static RunRecord Run(int nodes) =>
        Rollout.Run(
            UpdatePlan.Compile(
                new Model
                {
                    Cluster = new ClusterSpec { Nodes = nodes, Topology = [new TopologyLevel("rack", 2)] },
                    Services = [new StationSpec { Name = "server", Servers = Math.Max(1, nodes / 4) }],
                    Update = new UpdateSpec
                    {
                        Steps =
                        [
                            new StepSpec
                            {
                                Name = "stage",
                                Takes = new DurationSpec.Drawn(new Constant(10)),
                                Uses = [new UseSpec("server")],
                            },
                            new StepSpec
                            {
                                Name = "switches",
                                Per = "rack",
                                Takes = new DurationSpec.Drawn(new Constant(20.5)),
                            },
                        ],
                    },
                    Rollout = new RolloutSpec
                    {
                        Unit = "rack",
                        Limit = new LimitSpec { MaxUnavailable = Quota.OfShare(0.5m) },
                    },
                }
            ),
            seed: 1,
            replication: 0
        );
}
