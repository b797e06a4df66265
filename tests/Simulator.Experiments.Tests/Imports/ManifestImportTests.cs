using static Simulator.Experiments.Tests.Imports.Manifests;

namespace Simulator.Experiments.Tests.Imports;

/// <summary>What is read where the tool's own rules decide, and what is asked of the user where no file does.</summary>
public sealed class ManifestImportTests
{
    private static string NodePool(string budgets) =>
        Object("karpenter.sh/v1", "NodePool", $"{{ disruption: {{ budgets: {budgets} }} }}");

    private static string Play(string keys) => $"- hosts: all\n  {keys}\n";

    private static string Kured(string container) =>
        Object("apps/v1", "DaemonSet", $"{{ template: {{ spec: {{ containers: [{container}] }} }} }}");

    [TestCase("[{ nodes: 20% }, { nodes: 5% }]", ExpectedResult = "karpenter-drift: nodes=5%")]
    [TestCase("[{ nodes: 7 }, { nodes: 3 }]", ExpectedResult = "karpenter-drift: nodes=3")]
    [TestCase("[{ nodes: 7 }, { nodes: 3, reasons: [Empty] }]", ExpectedResult = "karpenter-drift: nodes=7")]
    [TestCase("[{ nodes: 7, reasons: [Empty, Drifted] }]", ExpectedResult = "karpenter-drift: nodes=7")]
    [TestCase("[{ nodes: 7 }, { nodes: 20% }]", ExpectedResult = "karpenter-drift: nodes=?")]
    [TestCase("[{ nodes: 0, schedule: '@daily', duration: 8h }]", ExpectedResult = "karpenter-drift: nodes=100%")]
    [TestCase("null", ExpectedResult = "karpenter-drift: ")]
    public string The_most_restrictive_budget_that_always_holds_for_drift_counts(string budgets) =>
        Read(NodePool(budgets));

    [TestCase("{ minAvailable: 80% }", ExpectedResult = "kubernetes-pdb-drain: maxUnavailable=? retry-period=?")]
    [TestCase("{ maxUnavailable: 20% }", ExpectedResult = "kubernetes-pdb-drain: maxUnavailable=20% retry-period=?")]
    public string A_budget_of_pods_does_not_say_how_often_drains_try(string spec) =>
        Read(Object("policy/v1", "PodDisruptionBudget", spec));

    [Test]
    public void What_the_user_gives_goes_before_the_file_and_is_checked_like_it() =>
        Assert.That(
            Read(
                Object("policy/v1", "PodDisruptionBudget", "{ minAvailable: 3 }"),
                "maxUnavailable=2",
                "retry-period=5s"
            ),
            Is.EqualTo("kubernetes-pdb-drain: maxUnavailable=2 retry-period=5s")
        );

    [TestCase("serial: 30%", ExpectedResult = "ansible-serial: serial=30%")]
    [TestCase("serial: 0", ExpectedResult = "ansible-serial: ")]
    [TestCase("serial: '{{ batch }}'", ExpectedResult = "ansible-serial: serial=?")]
    [TestCase("serial: [1, '{{ batch }}']", ExpectedResult = "ansible-serial: serial=?")]
    [TestCase("strategy: '{{ s }}'", ExpectedResult = "ansible-serial: strategy=?")]
    [TestCase("strategy: free", ExpectedResult = "ansible-serial: strategy=?")]
    [TestCase("strategy: ansible.builtin.linear", ExpectedResult = "ansible-serial: strategy=linear")]
    public string The_header_of_a_play_is_read(string keys) => Read(Play(keys));

    [Test]
    public void Forks_of_an_ansible_cfg_hold_for_every_play_wherever_it_is_named()
    {
        var result = Import([Play("serial: 2") + Play("serial: 3"), "[defaults]\nstrategy: host_pinned\nforks=20\n"]);

        Assert.That(
            result.Strategies.Select(Spelling),
            Is.EqualTo([
                "ansible-serial: serial=2 forks=20 strategy=host_pinned",
                "ansible-serial: serial=3 forks=20 strategy=host_pinned",
            ])
        );
        Assert.That(result.Strategies[0].Parameters[1].At!.Line, Is.EqualTo(3));
    }

    [TestCase(
        "{ image: kured, args: ['--period=5m', --concurrency, '3'] }",
        ExpectedResult = "kured: period=5m concurrency=3"
    )]
    [TestCase("{ command: [/usr/bin/kured, --period, 5m] }", ExpectedResult = "kured: period=5m")]
    [TestCase(
        "{ image: a/kured:1, env: [{ name: KURED_REBOOT_DELAY, value: 90s }] }",
        ExpectedResult = "kured: reboot-delay=90s"
    )]
    [TestCase("{ image: exporter }", ExpectedResult = "kubernetes-daemonset: ")]
    public string Flags_of_kured_are_read_from_its_container(string container) => Read(Kured(container));

    [Test]
    public void Flags_of_kured_are_read_from_its_command_line() =>
        Assert.That(
            Read("/usr/bin/kured  --period=5m --force-reboot --concurrency 3\n"),
            Is.EqualTo("kured: period=5m concurrency=3")
        );

    [Test]
    public void The_pool_of_arbiters_always_takes_one() =>
        Assert.That(
            Read(
                Object("machineconfiguration.openshift.io/v1", "MachineConfigPool", "{ maxUnavailable: 3 }", "arbiter")
            ),
            Is.EqualTo("openshift-machine-config-pool: maxUnavailable=1")
        );

    [TestCase("{ strategy: { rollingUpdate: { maxSurge: 2 } }, minReadySeconds: 9 }")]
    [TestCase(
        "{ rollout: { strategy: { rollingUpdate: { maxSurge: 2 } } }, template: { spec: { minReadySeconds: 9 } } }"
    )]
    public void Both_versions_of_machine_deployments_are_read(string spec) =>
        Assert.That(
            Read(Object("cluster.x-k8s.io/v1beta2", "MachineDeployment", spec)),
            Is.EqualTo("cluster-api-machine-deployment: maxSurge=2 minReadySeconds=9")
        );

    [Test]
    public void A_deployment_that_recreates_has_no_window() =>
        Assert.That(
            Import([Object("apps/v1", "Deployment", "{ strategy: { type: Recreate } }")])
                .Strategies[0]
                .Parameters.Select(one => one.Name),
            Is.EqualTo(["type", "minReadySeconds"])
        );

    [TestCase("10000000000", ExpectedResult = "10s")]
    [TestCase("90000000000", ExpectedResult = "90s")]
    [TestCase("120000000000", ExpectedResult = "2m")]
    [TestCase("1", ExpectedResult = "1ns")]
    [TestCase("\"15s\"", ExpectedResult = "15s")]
    public string? Spans_of_nomad_are_nanoseconds(string span) =>
        Import([$"{{\"TaskGroups\": [{{\"Name\": \"g\", \"Update\": {{\"MinHealthyTime\": {span}}}}}]}}"])
            .Strategies[0]
            .Parameters[1]
            .Value;

    [Test]
    public void A_progress_deadline_of_0_is_said_and_left_out() =>
        Assert.That(
            Notes("""{"TaskGroups": [{"Name": "g", "Update": {"ProgressDeadline": 0}}]}"""),
            Is.EqualTo(["1 TaskGroups[0].Update.ProgressDeadline '0'"])
        );

    [Test]
    public void Lists_documents_anchors_and_merge_keys_are_followed()
    {
        const string Text = """
            apiVersion: v1
            kind: List
            items:
              - { apiVersion: apps/v1, kind: DaemonSet, metadata: { name: a }, spec: { updateStrategy: &s { rollingUpdate: &r { maxUnavailable: 2 } } } }
              - { apiVersion: apps/v1, kind: DaemonSet, metadata: { name: b }, spec: { updateStrategy: *s } }
              - { apiVersion: apps/v1, kind: DaemonSet, spec: { updateStrategy: { rollingUpdate: { <<: *r, maxSurge: 1 } } } }
            ---
            apiVersion: v1
            kind: ConfigMap
            """;

        const string Two = "kubernetes-daemonset: maxUnavailable=2";
        Assert.That(Read(Text), Is.EqualTo($"{Two}\n{Two}\n{Two} maxSurge=1"));
    }

    [TestCase("true", ExpectedResult = 1)]
    [TestCase("'{{ strict }}'", ExpectedResult = 1)]
    [TestCase("false", ExpectedResult = 0)]
    public int What_may_stop_a_play_is_said(string fatal) => Notes(Play($"any_errors_fatal: {fatal}")).Count();

    [Test]
    public void What_asks_for_nothing_is_no_note() =>
        Assert.That(Notes(Object("apps/v1", "Deployment", "{ paused: false, template: { spec: {} } }")), Is.Empty);
}
