using Simulator.Cluster;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Tests.Presets;

/// <summary>
/// kured with a reboot of 5 min, one at a time: mean times computed by a separate simulation of every tick, with a standard
/// error below 0.5 %.
/// </summary>
public sealed class KuredTests
{
    [TestCase("period: 60m, fleet: restarted", 1, 1.10, 4_000)]
    [TestCase("period: 60m, fleet: restarted", 10, 3.53, 2_000)]
    [TestCase("period: 60m, fleet: restarted", 100, 17.6, 200)]
    [TestCase("period: 60m, fleet: restarted", 1_000, 123.6, 150)]
    [TestCase("period: 60m, fleet: running", 1, 0.60, 8_000)]
    [TestCase("period: 60m, fleet: running", 10, 3.05, 2_000)]
    [TestCase("period: 60m, fleet: running", 100, 17.1, 200)]
    [TestCase("period: 60m, fleet: running", 1_000, 123.2, 150)]
    public void Polling_costs_what_every_tick_would(string flags, int nodes, double hours, int replications)
    {
        var scenario = PresetRun.Scenario($"kured: {{ {flags} }}", nodes, "reboot: { takes: 5 min }");
        var plan = UpdatePlan.Compile(scenario.Model);
        var mean = Enumerable
            .Range(0, replications)
            .Average(replication => Rollout.Run(plan, 1, (ulong)replication).Makespan.Seconds / 3600);

        Assert.That(mean, Is.EqualTo(hours).Within(0.02 * hours));
    }
}
