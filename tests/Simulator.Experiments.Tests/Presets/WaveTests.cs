using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Tests.Scenarios;

namespace Simulator.Experiments.Tests.Presets;

/// <summary>Published or computed examples of how many waves, and how long.</summary>
public sealed class WaveTests
{
    // floor of the percentage gives 1, 2, 3, 4, 5, 6, 4, 4, 5 waves for N = 1 to 9, 4 up to 400, then ceil(N / 100)
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(3, 3)]
    [TestCase(4, 4)]
    [TestCase(5, 5)]
    [TestCase(6, 6)]
    [TestCase(7, 4)]
    [TestCase(8, 4)]
    [TestCase(9, 5)]
    [TestCase(10, 4)]
    [TestCase(400, 4)]
    [TestCase(401, 5)]
    [TestCase(435, 5)]
    [TestCase(1_000, 10)]
    [TestCase(10_000, 100)]
    public void Eks_needs_so_many_waves_at_33_percent(int nodes, double waves) =>
        Assert.That(
            PresetRun.Minutes("eks-managed-node-group: { maxUnavailablePercentage: 33 }", nodes),
            Is.EqualTo(waves)
        );

    [TestCase(100, 7)]
    [TestCase(1_000, 52)]
    [TestCase(10_000, 502)]
    public void Batches_of_1_then_4_then_20_each(int nodes, double waves) =>
        Assert.That(PresetRun.Minutes("ansible-serial: { serial: [1, 4, 20], forks: 20 }", nodes), Is.EqualTo(waves));

    [TestCase(1, 90)]
    [TestCase(2, 75)]
    public void OpenShift_takes_its_payload_and_six_nodes(int most, double minutes)
    {
        var record = PresetRun.Record(
            $"openshift-machine-config-pool: {{ maxUnavailable: {most} }}",
            6,
            "payload: { per: cluster, takes: 60 min, in-service: true }, update: { takes: 5 min }"
        );

        Assert.That(record.Makespan.Seconds / 60, Is.EqualTo(minutes));
    }

    // the deployment of 30 min: 5 steps of 20 % at 0, 6, 12, 18, 24 min; totals 5, 10, 20, 40, 80, 100 % at 0, 5, ... 25 min
    [TestCase("LINEAR", 20, 7, 25)]
    [TestCase("LINEAR", 20, 10_000, 25)]
    [TestCase("EXPONENTIAL", 5, 10_000, 26)]
    public void AppConfig_goes_by_the_clock(string growth, int factor, int nodes, double minutes) =>
        Assert.That(
            PresetRun.Minutes(
                $"aws-appconfig: {{ growthType: {growth}, growthFactor: {factor}, deploymentDurationInMinutes: 30 }}",
                nodes
            ),
            Is.EqualTo(minutes)
        );

    // (ceil(100 / 30) - 1) 20 s, then the minute of the last
    [TestCase("xcat: { syspowermaxnodes: 30, syspowerinterval: 20 }")]
    [TestCase("kadeploy: { size: 30, sleep_time: 20 }")]
    public void Power_is_switched_on_in_turns(string preset) =>
        Assert.That(PresetRun.Minutes(preset, 100), Is.EqualTo(2));

    // 5 steps of 60 s each between 6 waves of 1 min
    [TestCase("flagger-canary: { stepWeight: 10, maxWeight: 50 }", 11)]
    [TestCase("argo-rollouts-canary: { setWeight: [20, 50], pause: [10m, 1h], maxUnavailable: 100, maxSurge: 0 }", 73)]
    [TestCase("azure-stages: { stages: [1, 10, 100%], bakeTime: PT24H }", 2_883)]
    [TestCase("aws-asg-instance-refresh: { MinHealthyPercentage: 50, CheckpointPercentages: [50, 100] }", 62)]
    [TestCase("aws-asg-instance-refresh: { MinHealthyPercentage: 50, InstanceWarmup: 120 }", 6)]
    [TestCase(
        "azure-operator-nexus-racks: { thresholdType: CountSuccess, thresholdValue: 10, maxUnavailable: 8, waitTimeMinutes: 30 }",
        193
    )]
    [TestCase("salt-batch: { batch-size: 50, batch-wait: 30 }", 2.5)]
    [TestCase("nomad-update: { max_parallel: 50 }", 2 + (20 / 60.0))]
    public void A_hundred_nodes_take_so_many_minutes(string preset, double minutes) =>
        Assert.That(PresetRun.Minutes(preset, 100), Is.EqualTo(minutes).Within(1e-9));

    // Barrier over window, ratio of means, lognormal steps; SE of the published values below 1 %
    [TestCase(100, 20, 0.1, 1.11)]
    [TestCase(1_000, 100, 0.1, 1.21)]
    [TestCase(100, 20, 0.3, 1.44)]
    [TestCase(1_000, 100, 0.3, 1.81)]
    [TestCase(100, 20, 1.0, 2.22)]
    [TestCase(1_000, 100, 1.0, 3.66)]
    [TestCase(10_000, 1_000, 0.3, 2.14)]
    [TestCase(10_000, 1_000, 1.0, 4.73)]
    public void A_barrier_costs_against_a_window(int nodes, int size, double cv, double ratio)
    {
        var sigma = Math.Sqrt(Math.Log(1 + (cv * cv)));
        var replications = 2_000_000 / nodes / (nodes > 1_000 ? 2 : 4);
        double Mean(string admission)
        {
            var scenario = Samples.Read(
                $$"""
                schema: 1
                name: barrier
                cluster: { nodes: {{nodes}} }
                update: { steps: { work: { takes: { lognormal: { mu: 4, sigma: {{sigma:0.000000000}}, unit: s } } } } }
                rollout: { admission: {{admission}}, limit: { max-unavailable: {{size}} } }
                """
            );
            var plan = UpdatePlan.Compile(scenario.Model);
            return Enumerable
                .Range(0, replications)
                .Average(index => Rollout.Run(plan, 1, (ulong)index).Makespan.Seconds);
        }

        Assert.That(Mean("batch") / Mean("window"), Is.EqualTo(ratio).Within(0.02 * ratio));
    }
}
