using System.Globalization;
using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;
using Simulator.Kernel.Random;

namespace Simulator.Benchmarks.Updates;

/// <summary>
/// W3, the cluster update: N nodes at once, drain, one of 200 registry slots, flash, one of 50 reboot slots, health check.
/// Eight events a node are counted whatever is executed.
/// </summary>
internal static class ClusterUpdate
{
    public const int EventsPerNode = 8;
    public const ulong Seed = 20261123;
    public const int RegistrySlots = 200;
    public const int RebootSlots = 50;

    /// <summary>The names of the steps, in order.</summary>
    public static readonly string[] Steps = ["drain", "download", "flash", "reboot", "health"];

    /// <summary>How long they take, in seconds.</summary>
    public static readonly Distribution[] Laws =
    [
        new Lognormal(5.5, 0.5),
        new Lognormal(3.4, 0.5),
        new Lognormal(6.4, 0.3),
        new Exponential(60),
        new Lognormal(4.8, 0.3),
    ];

    /// <summary>The whole way of the product: from the text of a scenario to the makespan, with all records.</summary>
    public static double Product(int nodes)
    {
        var plan = UpdatePlan.Compile(ScenarioFile.Parse(Scenario(nodes), "w3.yaml", "").Model);
        return Rollout.Run(plan, Seed, replication: 0).Makespan.Seconds;
    }

    private static string Scenario(int nodes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            schema: 1
            name: w3
            seed: {{Seed}}
            cluster: { nodes: {{nodes}} }
            services:
              registry: { station: { servers: {{RegistrySlots}} } }
              reboots: { station: { servers: {{RebootSlots}} } }
            update:
              steps:
                drain: { takes: { lognormal: { mu: 5.5, sigma: 0.5, unit: s } } }
                download: { takes: { lognormal: { mu: 3.4, sigma: 0.5, unit: s } }, uses: registry }
                flash: { takes: { lognormal: { mu: 6.4, sigma: 0.3, unit: s } } }
                reboot: { takes: { exponential: { mean: 60 s } }, uses: reboots }
                health: { takes: { lognormal: { mu: 4.8, sigma: 0.3, unit: s } } }
            """
        );
}
