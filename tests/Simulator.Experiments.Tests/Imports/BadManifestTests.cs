using System.Text;
using CsCheck;
using Simulator.Experiments.Imports;
using static Simulator.Experiments.Tests.Imports.Manifests;

namespace Simulator.Experiments.Tests.Imports;

/// <summary>Files that cannot be imported are refused, all mistakes at once, with places and what is known.</summary>
public sealed class BadManifestTests
{
    private static readonly (string Wrong, string[] Texts)[] All =
    [
        ("neither YAML nor JSON", ["kind: [Deployment\n"]),
        ("a template", ["spec:\n  replicas: {{ .Values.n }}\n  a: 1\n"]),
        ("an empty file", ["# nothing\n"]),
        ("an unknown kind", [Object("v1", "Service", "{ ports: [] }")]),
        ("a kind of another group", [Object("kyverno.io/v1", "ClusterPolicy", "{ rules: [] }")]),
        ("no kind", ["schema: 1\nname: x\n"]),
        ("a list of tasks", ["- command: reboot\n- command: check\n"]),
        ("a job in HCL", ["# ours\njob \"agent\" {\n  update { max_parallel = 2 }\n}\n"]),
        ("an ansible.cfg alone", ["[defaults]\nforks = 5\n"]),
        ("two of them", ["[defaults]\nforks = 5\n", "; ours\n[defaults]\nforks = 6\n", "- hosts: all\n"]),
        ("a span without unit", ["kured --period=60 --concurrency=two\n"]),
        (
            "both limits zero",
            [Object("apps/v1", "DaemonSet", "{ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }")]
        ),
        (
            "values of the wrong type, in two files",
            [
                Object(
                    "apps/v1",
                    "Deployment",
                    "\n  minReadySeconds: soon\n  strategy:\n    rollingUpdate: { maxUnavailable: 120%, maxSurge: -1 }"
                ),
                Object("apps/v1", "DaemonSet", "{ updateStrategy: fast }"),
            ]
        ),
        (
            "Recreate with a window",
            [Object("apps/v1", "Deployment", "{ strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } } }")]
        ),
        ("an unknown type", [Object("apps/v1", "StatefulSet", "{ updateStrategy: { type: Recreate } }")]),
        ("deletion by hand", [Object("apps/v1", "DaemonSet", "{ updateStrategy: { type: OnDelete } }")]),
        (
            "a control plane alone",
            [Object("controlplane.cluster.x-k8s.io/v1beta1", "KubeadmControlPlane", "{ replicas: 3 }")]
        ),
        (
            "both bounds of a budget",
            [Object("policy/v1", "PodDisruptionBudget", "{ minAvailable: 1, maxUnavailable: 1 }")]
        ),
        (
            "a budget without nodes",
            [Object("karpenter.sh/v1", "NodePool", "{ disruption: { budgets: [{ reasons: [Drifted] }] } }")]
        ),
        (
            "a budget that lets none go",
            [Object("karpenter.sh/v1", "NodePool", "{ disruption: { budgets: [{ nodes: 0 }] } }")]
        ),
        ("a number in place of a list", ["- hosts: all\n  tasks: 5\n"]),
        ("deadlines in the wrong order", ["{\"TaskGroups\": [{\"Update\": {\"HealthyDeadline\": 900000000000}}]}"]),
        ("a key twice", [Object("apps/v1", "DaemonSet", "{ minReadySeconds: 1, minReadySeconds: 2 }")]),
        (
            "keys that the tools do not have",
            [
                Object(
                    "apps/v1",
                    "Deployment",
                    "{ minReadySecond: 5, strategy: { rollingUpdate: { maxUnavailble: 1 } } }"
                ),
                Object("apps/v1", "StatefulSet", "{ updateStrategy: { rollingUpdate: { maxSurge: 1 } } }"),
                Object("karpenter.sh/v1", "NodePool", "{ disruption: { budgets: [{ node: 1 }] } }"),
                "driver: { upgradePolicy: { maxParallelUpgrade: 2 } }\n",
                "{\"TaskGroups\": [{\"Update\": {\"MaxParalell\": 9}}]}",
                "- hosts: all\n  seriel: 3\n",
                "kured --perod=5m --annotate-nodes\n",
            ]
        ),
        (
            "the key of another kind",
            [Object("apps/v1", "DaemonSet", "{ strategy: { rollingUpdate: { maxUnavailable: 10% } } }")]
        ),
        ("an alias of nothing", ["spec: *base\n"]),
    ];

    [Test]
    public void All_complaints_read_as_committed()
    {
        var book = new StringBuilder();
        foreach (var (wrong, texts) in All)
        {
            book.Append("=== ").Append(wrong).Append('\n').Append(Complaint(texts)).Append('\n');
        }

        Golden.Compare(book.ToString(), "tests/Simulator.Experiments.Tests/Imports/complaints.verified.txt");
    }

    [Test]
    public void Whatever_is_torn_out_of_a_file_it_is_read_or_refused()
    {
        var texts = Directory
            .GetFiles(Path.Combine(Golden.Root, "tests", "imports"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .ToArray();
        var tears = Gen.Select(
            Gen.Int[0, texts.Length - 1],
            Gen.Int[0, 2000],
            Gen.Int[0, 30],
            Gen.String[Gen.Char[" :-[]{}'&*\n0%x"], 0, 4]
        );
        tears.Sample(
            tear =>
            {
                var (text, at, length, patch) = (texts[tear.Item1], tear.Item2, tear.Item3, tear.Item4);
                var start = at % text.Length;
                var torn = text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, patch);
                try
                {
                    return Import([torn]).Strategies.Count > 0;
                }
                catch (ImportException refused)
                {
                    return refused.Issues.Count > 0;
                }
            },
            iter: 3_000,
            seed: "0N0XIzNsQ0O2"
        );
    }

    [Test]
    public void Aliases_of_aliases_cannot_explode()
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var level = 1; level < 60; level++)
        {
            text.Append($"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n");
        }

        Assert.That(Complaint(text.ToString()), Does.Contain("the file holds more than 1,000,000 values"));
    }

    [Test]
    public void Depth_cannot_overflow_the_stack() =>
        Assert.That(Complaint(new string('[', 100_000)), Does.Contain("nested deeper than 64 levels"));

    [Test]
    public void A_parameter_that_no_preset_has_is_refused() =>
        Assert.That(
            () => Import(["kured --period=1m\n"], "concurency=2"),
            Throws.Exception.With.Message.StartWith(
                "--set concurency:1:1: 'concurency' is no parameter of what was found. Did you mean 'concurrency'?"
            )
        );

    [Test]
    public void A_given_value_of_the_wrong_kind_is_refused() =>
        Assert.That(
            () => Import(["kured --period=1m\n"], "reboot-delay=soon"),
            Throws.Exception.With.Message.StartWith(
                "--set reboot-delay:1:1: reboot-delay is 'soon' – a span such as 1h30m is needed."
            )
        );
}
