namespace Simulator.Experiments.Tests.Presets;

/// <summary>
/// How each tool makes whole nodes of a percentage, its floor and its cap: how many nodes are updated in the first minute,
/// where each takes one.
/// </summary>
public sealed class RoundingTests
{
    // 25 % of 5 is 1.25 and of 7 is 1.75; 25 % of 20 is 5 exactly
    [TestCase("kubernetes-deployment: { maxSurge: 0 }", 5, 1)]
    [TestCase("kubernetes-deployment: { maxSurge: 0 }", 7, 1)]
    [TestCase("kubernetes-deployment: { maxUnavailable: 0 }", 5, 2)]
    [TestCase("kubernetes-deployment: {}", 7, 3)]
    [TestCase("kubernetes-deployment: {}", 20, 10)]
    [TestCase("kubernetes-deployment: { maxSurge: 0 }", 3, 1)] // 0.75 rounds down to 0 beside 0
    [TestCase("kubernetes-deployment: { type: Recreate }", 7, 7)]
    [TestCase("kubernetes-daemonset: {}", 20, 1)]
    [TestCase("kubernetes-daemonset: { maxUnavailable: 25% }", 5, 2)]
    [TestCase("kubernetes-daemonset: { maxUnavailable: 1% }", 5, 1)]
    [TestCase("kubernetes-daemonset: { maxUnavailable: 0, maxSurge: 25% }", 5, 2)]
    [TestCase("kubernetes-statefulset: {}", 7, 1)]
    [TestCase("kubernetes-statefulset: { maxUnavailable: 25% }", 5, 2)]
    [TestCase("cluster-api-machine-deployment: {}", 20, 1)]
    [TestCase("cluster-api-machine-deployment: { maxUnavailable: 25%, maxSurge: 0 }", 7, 1)]
    [TestCase("cluster-api-machine-deployment: { maxUnavailable: 0, maxSurge: 25% }", 5, 2)]
    [TestCase("cluster-api-machine-deployment: { maxUnavailable: 25%, maxSurge: 0 }", 3, 1)]
    [TestCase("gke-surge: { maxSurge: 2, maxUnavailable: 1, cap: 20 }", 5, 3)]
    [TestCase("gke-surge: { maxSurge: 20, maxUnavailable: 10, cap: 20 }", 100, 20)]
    [TestCase("gke-blue-green: { batchPercentage: 0.25, rounding: up }", 5, 2)]
    [TestCase("gke-blue-green: { batchNodeCount: 3 }", 5, 3)]
    [TestCase("aks-node-pool: {}", 11, 2)] // 10 % of 11, up
    [TestCase("aks-node-pool: { maxSurge: 10%, maxUnavailable: 10% }", 11, 4)]
    [TestCase("eks-managed-node-group: {}", 20, 1)]
    [TestCase("eks-managed-node-group: { maxUnavailablePercentage: 25 }", 7, 1)]
    [TestCase("eks-managed-node-group: { maxUnavailablePercentage: 1 }", 7, 1)]
    [TestCase("eks-managed-node-group: { maxUnavailablePercentage: 33 }", 302, 99)]
    [TestCase("eks-managed-node-group: { maxUnavailablePercentage: 33 }", 306, 100)]
    [TestCase("eks-managed-node-group: { maxUnavailablePercentage: 33 }", 1000, 100)]
    [TestCase("aws-asg-instance-refresh: {}", 25, 2)]
    [TestCase("aws-asg-instance-refresh: { MinHealthyPercentage: 100, MaxHealthyPercentage: 110 }", 25, 2)]
    [TestCase("aws-asg-instance-refresh: {}", 5, 1)]
    [TestCase("azure-vmss-rolling: { rounding: down }", 7, 1)]
    [TestCase("azure-vmss-rolling: { rounding: up }", 7, 2)]
    [TestCase("azure-vmss-rolling: { rounding: down }", 3, 1)]
    [TestCase("aws-ssm-run-command: {}", 100, 50)]
    [TestCase("aws-ssm-run-command: { MaxConcurrency: 25%, rounding: up }", 5, 2)]
    [TestCase("aws-ssm-run-command: { MaxConcurrency: 1%, rounding: down }", 5, 1)]
    [TestCase("openshift-machine-config-pool: {}", 20, 1)]
    [TestCase("openshift-machine-config-pool: { maxUnavailable: 25% }", 7, 1)]
    [TestCase("openshift-machine-config-pool: { maxUnavailable: 1% }", 7, 1)]
    [TestCase("nvidia-gpu-operator: {}", 20, 1)]
    [TestCase("nvidia-gpu-operator: { maxParallelUpgrades: 0 }", 5, 2)]
    [TestCase("nvidia-gpu-operator: { maxParallelUpgrades: 3 }", 20, 3)]
    [TestCase("nvidia-maintenance-operator: {}", 20, 4)]
    [TestCase("nvidia-maintenance-operator: { maxUnavailable: 2 }", 20, 2)]
    [TestCase("ansible-serial: { serial: 25% }", 7, 1)]
    [TestCase("ansible-serial: { serial: 1% }", 7, 1)]
    [TestCase("ansible-serial: {}", 20, 5)] // forks
    [TestCase("ansible-serial: { serial: 50%, forks: 64 }", 20, 10)]
    [TestCase("salt-batch: { batch-size: 25%, rounding: up }", 5, 2)]
    [TestCase("salt-batch: { batch-size: 3 }", 5, 3)]
    [TestCase("pdsh: {}", 100, 32)]
    [TestCase("clush: {}", 100, 64)]
    [TestCase("system-upgrade-controller: { concurrency: 4 }", 20, 4)]
    [TestCase("nvidia-infra-controller: { max_concurrent_machine_updates_absolute: 10 }", 20, 10)]
    [TestCase("slurm-reboot: {}", 20, 20)]
    [TestCase("ironic: { retry-period: 20s }", 300, 250)]
    [TestCase("cray-bos: { max_component_batch_size: 1000 }", 1200, 1000)]
    [TestCase("maintenance-trains: { domain: row }", 100, 64)]
    [TestCase(
        "azure-operator-nexus-racks: { thresholdType: PercentSuccess, thresholdValue: 80, maxUnavailable: 4 }",
        40,
        4
    )]
    public void So_many_go_at_once(string preset, int nodes, int expected) =>
        Assert.That(PresetRun.AtOnce(preset, nodes), Is.EqualTo(expected));

    [Test]
    public void Karpenter_replaces_one_node_every_ten_seconds_within_its_budget()
    {
        // budget ceil(10 % of 25) = 3: starts at 0, 10, 20 s, then when places are free again at 60, 70, 80 s
        var record = PresetRun.Record("karpenter-drift: {}", 25);
        var ends = Enumerable.Range(0, 25).Select(node => record.EndOf(node).Seconds).Order().Take(6);

        Assert.That(ends, Is.EqualTo([60, 70, 80, 120, 130, 140]));
    }

    // floor against ceiling at 25 %: 5 against 3 waves of 5 nodes, 7 against 4 of 7, 4 against 4 of 20
    [TestCase("kubernetes-deployment: { maxSurge: 0 }", 5, 5)]
    [TestCase("kubernetes-daemonset: { maxUnavailable: 25% }", 5, 3)]
    [TestCase("kubernetes-deployment: { maxSurge: 0 }", 7, 7)]
    [TestCase("kubernetes-daemonset: { maxUnavailable: 25% }", 7, 4)]
    [TestCase("kubernetes-deployment: { maxSurge: 0 }", 20, 4)]
    [TestCase("kubernetes-daemonset: { maxUnavailable: 25% }", 20, 4)]
    public void Rounding_decides_the_waves_of_small_clusters(string preset, int nodes, double waves) =>
        Assert.That(PresetRun.Minutes(preset, nodes), Is.EqualTo(waves));
}
