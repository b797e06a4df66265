using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;

namespace Simulator.Experiments.Tests.Presets;

/// <summary>What each tool does once nodes fail: the columns "NotReady counted" and "on too many failures".</summary>
public sealed class FailingTests
{
    private const string Failing = "work: { takes: 1 min, fails: 100 % }";

    [TestCase("kubernetes-deployment: { maxUnavailable: 2, maxSurge: 0 }", HaltCause.Blocked, 2)]
    [TestCase("kubernetes-daemonset: {}", HaltCause.Blocked, 1)]
    [TestCase("cluster-api-machine-deployment: {}", HaltCause.Blocked, 1)]
    [TestCase("openshift-machine-config-pool: { maxUnavailable: 3 }", HaltCause.Blocked, 3)]
    [TestCase("nvidia-gpu-operator: { maxParallelUpgrades: 0 }", HaltCause.Blocked, 3)]
    [TestCase("karpenter-drift: { nodes: 2 }", HaltCause.Blocked, 2)]
    [TestCase("aks-node-pool: { maxSurge: 2 }", HaltCause.Errors, 2)]
    [TestCase("eks-managed-node-group: { maxUnavailable: 4 }", HaltCause.Errors, 4)]
    [TestCase("aws-ssm-run-command: { MaxConcurrency: 3 }", HaltCause.Errors, 3)]
    [TestCase("aws-ssm-run-command: { MaxConcurrency: 3, MaxErrors: 3 }", HaltCause.Errors, 6)]
    [TestCase("azure-vmss-rolling: { rounding: down }", HaltCause.Errors, 2)]
    [TestCase("ansible-serial: { serial: 4, max_fail_percentage: 30 }", HaltCause.Errors, 4)]
    [TestCase("ansible-serial: { serial: 4, max_fail_percentage: 100 }", HaltCause.None, 12)]
    [TestCase("nomad-update: {}", HaltCause.Errors, 1)]
    [TestCase("salt-batch: { batch-size: 3 }", HaltCause.None, 12)]
    [TestCase("kured: {}", HaltCause.None, 12)]
    public void So_many_fail_before_the_tool_stops(string preset, HaltCause cause, int failed)
    {
        var record = PresetRun.Record(preset, 12, Failing);

        Assert.That(record.Halt, Is.EqualTo(cause));
        Assert.That(record.Count(Outcome.Failed), Is.EqualTo(failed));
    }

    [Test]
    public void Nomad_fails_a_deployment_that_makes_no_progress()
    {
        var record = PresetRun.Record("nomad-update: {}", 3, "work: { takes: 11 min }");

        Assert.That(record.Halt, Is.EqualTo(HaltCause.Deadline));
    }
}
