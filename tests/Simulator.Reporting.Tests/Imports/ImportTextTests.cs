using System.Text;
using System.Text.Json;
using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Imports;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Imports;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Imports;

/// <summary>What <c>o1sim import</c> prints for a file of each kind, and that it runs as what a person would write.</summary>
public sealed class ImportTextTests
{
    private static readonly string[] Playbook = ["playbook.yaml", "ansible.cfg"];

    private static readonly Dictionary<string, string> NoneGiven = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> RetryPeriod = new(StringComparer.Ordinal)
    {
        ["retry-period"] = "5s",
    };

    private static string PathOf(string name) => Path.Combine(SourceTree.Root, "tests", "imports", name);

    private static ImportFile FileOf(string name) => new(name, File.ReadAllText(PathOf(name)));

    private static ImportResult Import(params string[] names) =>
        ManifestImport.Run([.. names.Select(FileOf)], NoneGiven);

    private static string Page(ImportResult result)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ImportText.WriteRemarks(result, writer, new TextLayout(80));
        return ImportText.Of(result.Strategies) + "stderr:\n" + writer;
    }

    [TestCase("deployment.yaml")]
    [TestCase("daemonset.yaml")]
    [TestCase("statefulset.yaml")]
    [TestCase("pod-disruption-budget.yaml")]
    [TestCase("machine-deployment.yaml")]
    [TestCase("machine-config-pool.yaml")]
    [TestCase("node-pool.yaml")]
    [TestCase("gpu-operator-values.yaml")]
    [TestCase("cluster-policy.yaml")]
    [TestCase("nomad-job.json")]
    [TestCase("kured.yaml")]
    public void Each_kind_says_where_its_values_come_from_and_what_is_left_out(string name) =>
        GoldenFile.Verify(Page(Import(name)), name);

    [Test]
    public void A_playbook_takes_its_forks_from_the_configuration() =>
        GoldenFile.Verify(Page(Import(Playbook)), "playbook.yaml");

    [Test]
    public void No_line_is_wider_than_80_but_where_one_word_is()
    {
        var names = Directory.EnumerateFiles(PathOf(".")).Select(Path.GetFileName).OfType<string>();
        var lines = names
            .Where(name => name is not ("base.yaml" or "ansible.cfg"))
            .SelectMany(name => ImportText.Of(Import(name).Strategies).Split('\n'));

        Assert.That(lines, Has.All.Length.AtMost(80));
    }

    [TestCase("deployment.yaml", "kubernetes-deployment: { maxUnavailable: 10%, maxSurge: 0, minReadySeconds: 20 }")]
    [TestCase("daemonset.yaml", "kubernetes-daemonset: { maxUnavailable: 5% }")]
    [TestCase("statefulset.yaml", "kubernetes-statefulset: { maxUnavailable: 2, minReadySeconds: 30 }")]
    [TestCase("pod-disruption-budget.yaml", "kubernetes-pdb-drain: { maxUnavailable: 4, retry-period: 5s }")]
    [TestCase("machine-config-pool.yaml", "openshift-machine-config-pool: { maxUnavailable: 10% }")]
    [TestCase("gpu-operator-values.yaml", "nvidia-gpu-operator: { maxParallelUpgrades: 8, maxUnavailable: 25% }")]
    [TestCase("cluster-policy.yaml", "nvidia-gpu-operator: { maxParallelUpgrades: 0, maxUnavailable: 12 }")]
    [TestCase("kured.yaml", "kured: { period: 10m, concurrency: 4, lock-release-delay: 30s }")]
    [TestCase(
        "playbook.yaml ansible.cfg",
        "ansible-serial: { serial: [1, 5, 20%], forks: 50, strategy: host_pinned, max_fail_percentage: 10 }"
    )]
    [TestCase("nomad-job.json", "nomad-update: { max_parallel: 5, min_healthy_time: 15500ms }")]
    public void An_imported_rollout_takes_as_long_as_one_written_by_hand(string names, string preset) =>
        Assert.That(Makespan(names), Is.EqualTo(Makespan($"rollout: {{ preset: {{ {preset} }} }}\n", "base.yaml")));

    [TestCase(
        "machine-deployment.yaml",
        "cluster-api-machine-deployment: { maxUnavailable: 1, maxSurge: 3, minReadySeconds: 60 }"
    )]
    [TestCase("node-pool.yaml", "karpenter-drift: { nodes: 5% }")]
    public void The_time_of_an_added_node_is_kept(string names, string preset)
    {
        const string Provision = "{ lognormal: { median: 3 min, p95: 5 min } }";
        var byHand = $"rollout: {{ preset: {{ {preset} }}, provision: {Provision} }}\n";

        Assert.That(Makespan(names), Is.EqualTo(Makespan(byHand, "base.yaml")));
    }

    [Test]
    public void All_but_the_rollout_of_a_scenario_stays_as_it_is()
    {
        var scenario = BaseScenario.Read(PathOf("base.yaml"));
        var before = File.ReadAllLines(PathOf("base.yaml"));
        var after = scenario.With("rollout:\n  preset: { pdsh: { fanout: 4 } }\n").TrimEnd('\n').Split('\n');

        var start = Array.FindIndex(before, line => line.StartsWith("rollout:", StringComparison.Ordinal));
        var end = Array.FindIndex(before, line => line.StartsWith("# three sizes", StringComparison.Ordinal)) - 1;
        string[] wanted = [.. before[..start], "rollout:", "  preset: { pdsh: { fanout: 4 } }", .. before[end..]];
        Assert.That(after, Is.EqualTo(wanted));
    }

    [Test]
    public void Another_import_leaves_nothing_of_the_first()
    {
        var (first, second) = (Import("kured.yaml").Strategies[0], Import("deployment.yaml").Strategies[0]);
        var once = With(File.ReadAllText(PathOf("base.yaml")), RolloutText.Of(second, []));
        var twice = With(
            With(File.ReadAllText(PathOf("base.yaml")), RolloutText.Of(first, [])),
            RolloutText.Of(second, [])
        );

        Assert.That(twice, Is.EqualTo(once));
    }

    [Test]
    public void A_scenario_without_rollout_gets_one_at_its_end()
    {
        var text = With(
            "schema: 1\r\nname: a\r\ncluster: { nodes: 3 }\r\nupdate: { steps: { a: { takes: 1 s } } }\r\n"
        );

        Assert.That(text, Does.EndWith("} }\r\n\r\nrollout:\r\n  preset: { pdsh: { fanout: 4 } }\r\n"));
    }

    [Test]
    public void A_sweep_over_the_old_rollout_is_refused_with_its_place()
    {
        var refused = Assert.Throws<ScenarioException>(() =>
            With(
                """
                schema: 1
                name: a
                cluster: { nodes: 3 }
                update: { steps: { a: { takes: 1 s } } }
                rollout: { limit: { max-unavailable: 1 } }
                sweep: { rollout.limit.max-unavailable: [1, 2] }
                """
            )
        );

        Assert.That(refused.Message, Does.Contain("with the imported rollout:7:"));
    }

    [Test]
    public void The_object_holds_values_places_and_the_scenario()
    {
        using var stream = new MemoryStream();
        ImportJson.Write(Import("kured.yaml"), "schema: 1\n", stream);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var strategy = json.RootElement.GetProperty("strategies")[0];
        var period = strategy.GetProperty("parameters")[0];

        Assert.That(period.GetProperty("value").GetString(), Is.EqualTo("10m"));
        Assert.That(period.GetProperty("line").GetInt32(), Is.EqualTo(16));
        Assert.That(period.GetProperty("origin").GetString(), Is.EqualTo("file"));
        Assert.That(strategy.GetProperty("not_carried_over").GetArrayLength(), Is.EqualTo(5));
        Assert.That(json.RootElement.GetProperty("scenario").GetString(), Is.EqualTo("schema: 1\n"));
    }

    private static string With(string text, string block = "rollout:\n  preset: { pdsh: { fanout: 4 } }\n")
    {
        var folder = Directory.CreateTempSubdirectory("o1sim-import");
        try
        {
            var file = Path.Combine(folder.FullName, "base.yaml");
            File.WriteAllText(file, text);
            return BaseScenario.Read(file).With(block);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The makespans of four replications of the base scenario with the first strategy of some files.</summary>
    private static long[] Makespan(string names)
    {
        var given = names.StartsWith("pod-", StringComparison.Ordinal) ? RetryPeriod : NoneGiven;
        var strategy = ManifestImport.Run([.. names.Split(' ').Select(FileOf)], given).Strategies[0];
        return Makespan(RolloutText.Of(strategy, BaseScenario.Read(PathOf("base.yaml")).Kept(strategy)), "base.yaml");
    }

    private static long[] Makespan(string block, string file)
    {
        var text = BaseScenario.Read(PathOf(file)).With(block);
        var plan = UpdatePlan.Compile(ScenarioFile.Parse(text, file, "").Model);
        return
        [
            .. Enumerable
                .Range(0, 4)
                .Select(replication => Rollout.Run(plan, 7, (ulong)replication).Makespan.Nanoseconds),
        ];
    }
}
