using Simulator.Experiments.Linting;
using Simulator.Experiments.Tests.Scenarios;

namespace Simulator.Experiments.Tests.Linting;

/// <summary>Each rule on a case whose numbers are computed by hand in the test.</summary>
public sealed class ScenarioLintTests
{
    private const string Node = "schema: 1\nname: case\n";

    [Test] // 100 / 0.33 = 303.03; floor(0.33 · 306) = 100, floor(0.33 · 307) = 101; ceil(1 / 0.33) · 100 = 400
    public void A_share_of_33_percent_capped_at_100_has_three_thresholds()
    {
        var finding = Only("hidden-cap", Of(1000, "limit: { max-unavailable: 33 %, cap: 100 }"));

        Assert.That(finding.Nodes, Is.EqualTo(303));
        Assert.That(
            finding.Sentence,
            Is.EqualTo(
                "33 % is capped at 100 nodes: N* = 303, rounded it differs from N = 307 on; more than 4 waves above N = 400, "
                    + "T is linear in N there, 6 s a node"
            )
        );
        Assert.That(finding.Fix, Is.EqualTo("cap: 330"));
        Assert.That((finding.Line, finding.Column), Is.EqualTo((5, 49)));
    }

    [Test] // 1,000 nodes in groups of at most 400, each at the same time
    public void The_cap_of_a_tool_is_got_around_by_groups_side_by_side() =>
        Assert.That(
            Only("hidden-cap", Of(1000, "preset: { eks-managed-node-group: { maxUnavailablePercentage: 33 } }")).Fix,
            Is.EqualTo("3 groups side by side, of at most 400 nodes each")
        );

    [TestCase(303, Severity.Note)]
    [TestCase(304, Severity.Warning)]
    public void A_cap_above_all_sizes_is_but_a_note(int nodes, Severity severity) =>
        Assert.That(
            Only("hidden-cap", Of(nodes, "limit: { max-unavailable: 33 %, cap: 100 }")).Severity,
            Is.EqualTo(severity)
        );

    [Test] // ceil(25 % of 4) = 1, and the cap is 1 from there on
    public void A_cap_of_1_hides_a_quarter_at_every_size() =>
        Assert.That(
            Only("hidden-limit", Of(1000, "limit: { max-unavailable: 25 %, rounding: up, cap: 1 }")).Sentence,
            Is.EqualTo("25 % never counts: the cap admits 1 node at every N, so that T = N x S, S = 10 min")
        );

    [Test] // 1,000 times 10 min = 166.67 h = 6.94 d
    public void One_node_at_a_time_is_linear()
    {
        var finding = Only("constant-limit", Of(1000, "limit: { max-unavailable: 1 node }"));

        Assert.That(
            finding.Sentence,
            Is.EqualTo("1 node at a time, whatever N: T = N x S, S = 10 min; N = 1,000 takes 6.94 d")
        );
        Assert.That(finding.Fix, Is.EqualTo("max-unavailable: 10 %, for 10 times S at every N"));
    }

    [Test] // 65 min hold 6 turns of 10 min: 7 nodes at a time do 42; 1,000 nodes need 167; a sixth is 17 %
    public void A_deadline_fails_above_k_times_whole_turns()
    {
        var text = Of(1000, "limit: { max-unavailable: 7 nodes }", "goals: { deadline: 65 min }");
        var finding = Only("deadline-fails", text);

        Assert.That((finding.Nodes, finding.Fix), Is.EqualTo((42, "167 nodes at a time")));
        Assert.That(Only("constant-limit", text).Fix, Is.EqualTo("max-unavailable: 17 %, for 6 times S at every N"));
    }

    [TestCase(42, 0)]
    [TestCase(43, 1)]
    public void A_deadline_that_can_be_met_is_not_mentioned(int nodes, int findings) =>
        Assert.That(
            Find(Of(nodes, "limit: { max-unavailable: 7 nodes }", "goals: { deadline: 65 min }"))
                .Count(finding => finding.Rule == "deadline-fails"),
            Is.EqualTo(findings)
        );

    [Test] // two waves of 10 min with 20 min between take 40 min, three take 70
    public void Pauses_between_batches_count_towards_the_deadline() =>
        Assert.That(
            Only(
                "deadline-fails",
                Of(
                    100,
                    "admission: batch, limit: { max-unavailable: 10 nodes }, bake: 20 min",
                    "goals: { deadline: 69 min }"
                )
            ).Nodes,
            Is.EqualTo(20)
        );

    [Test] // r S / w = 20/s · 30 s / 1 = 600 nodes keep the bucket busy, N* = b / w = 50
    public void Calls_fill_a_bucket_above_r_times_S()
    {
        const string Text = """
            cluster: { nodes: 6000 }
            services: { api: { token-bucket: { rate: 20/s, burst: 50 } } }
            update: { steps: { look: { takes: 30 s, calls: { api: 1 } } } }
            """;
        var finding = Only("class-change", Node + Text);

        Assert.That((finding.Nodes, finding.Fix), Is.EqualTo((600, "rate: 200/s")));
        Assert.That(finding.Sentence, Does.Contain("N* = 50 if all come at once; T is bounded up to about N = 600"));
    }

    [Test] // a window of k = 0.05 N is faster than the bucket's 0.5 s a node while 10 min / k > 0.5 s: k <= 1,200, N < 24,020
    public void A_bucket_behind_a_share_binds_where_the_share_has_grown()
    {
        const string Text = """
            cluster: { nodes: 100000 }
            services: { api: { token-bucket: { rate: 20/s, burst: 50 } } }
            update: { steps: { work: { takes: 10 min, calls: { api: 10 } } } }
            rollout: { limit: { max-unavailable: 5 % } }
            """;

        Assert.That(Only("class-change", Node + Text).Nodes, Is.EqualTo(24_019));
    }

    [Test] // 1 GB = 8 Gbit over 10 Gbit/s are 0.8 s a node; one node has 1 Gbit/s: 8 s and 2 s of work, so 10 s / 0.8 s = 12.5
    public void A_link_binds_above_the_time_of_one_node()
    {
        const string Text = """
            cluster: { nodes: 120 }
            services: { images: { link: { bandwidth: 10 Gbit/s, per-node: 1 Gbit/s } } }
            update: { steps: { fetch: { transfer: 1 GB, from: images, takes: 2 s } } }
            """;
        var finding = Only("class-change", Node + Text);

        Assert.That((finding.Nodes, finding.Fix), Is.EqualTo((12, "bandwidth: 100 Gbit/s")));
        Assert.That(finding.Sentence, Does.Contain("N* = 10 if all come at once"));
    }

    [Test] // 3 servers, 2 in flight
    public void A_station_behind_a_small_window_never_binds() =>
        Assert.That(
            Only(
                "hidden-limit",
                Node
                    + """
                    cluster: { nodes: 100 }
                    services: { uploads: { station: { servers: 3 } } }
                    update: { steps: { load: { takes: 2 min, uses: uploads } } }
                    rollout: { limit: { max-unavailable: 2 nodes } }
                    """
            ).Sentence,
            Is.EqualTo(
                "'uploads' (3 at a time) never binds: rollout.limit.max-unavailable admits no more at once than it takes"
            )
        );

    [Test]
    public void A_service_that_nobody_uses_limits_nothing() =>
        Assert.That(
            Only(
                "unused",
                Node
                    + """
                    cluster: { nodes: 100 }
                    services: { api: { token-bucket: { rate: 5/s, burst: 10 } } }
                    update: { steps: { load: { takes: 2 min } } }
                    """
            ).Path,
            Is.EqualTo("services.api")
        );

    [Test] // floor(0.02 · 49) = 0, floor(0.02 · 50) = 1
    public void A_share_that_rounds_to_zero_goes_by_its_floor()
    {
        var finding = Only("share-rounds-to-zero", Of(20, "limit: { max-unavailable: 2 % }"));

        Assert.That((finding.Nodes, finding.Fix), Is.EqualTo((49, "5 % or more, or a floor of 2")));
    }

    [Test] // 8 servers · 240 s / 30 s = 64 at once; 200 · 30 s / 240 s = 25 servers
    public void More_clients_than_a_time_out_allows_can_keep_a_station_busy_in_vain()
    {
        const string Text = """
            cluster: { nodes: 2000 }
            services: { control: { station: { servers: 8 } } }
            update: { steps: { apply: { takes: 30 s, uses: control, time-out: 4 min, retry: { limit: 40 } } } }
            rollout: { limit: { max-unavailable: 200 nodes } }
            """;
        var finding = Only("retry-storm", Node + Text);

        Assert.That((finding.Nodes, finding.Fix), Is.EqualTo((64, "servers: 25, or 64 nodes at a time")));
    }

    [Test] // one node every 10 s: 999 passes after the first, and 10 min for the last
    public void A_loop_is_a_rate_limit() =>
        Assert.That(
            Only("pass-rate", Of(1000, "preset: { karpenter-drift: { nodes: 10% } }")).Sentence,
            Is.EqualTo(
                "a pass every 10 s admits 1 node: T is linear in N whatever the limit; N = 1,000 takes at least 2.94 h"
            )
        );

    [Test] // 4 places · 60 min / 10 min = 24 nodes
    public void A_lock_that_is_polled_seldom_lies_free() =>
        Assert.That(
            Only(
                "polled-lock",
                Of(1000, "admission: lock, tick: { period: 60 min }, limit: { max-unavailable: 4 nodes }")
            ).Sentence,
            Does.Contain("looks every 60 min for a place that is held for 10 min: up to about N = 24")
        );

    [Test]
    public void A_figure_without_a_documented_default_is_the_users_own() =>
        Assert.That(
            Find(Of(100, "preset: { system-upgrade-controller: { concurrency: 2 } }"))
                .Where(finding => finding.Rule == "undocumented")
                .Select(finding => finding.Path),
            Is.EqualTo(["rollout.preset.system-upgrade-controller.concurrency"])
        );

    [Test]
    public void A_deadlock_is_an_error_with_the_number_that_cures_it()
    {
        const string Text = """
            cluster: { nodes: 36, topology: { rack: 18 nodes } }
            update: { steps: { flash: { takes: 1 min }, switches: { per: rack, takes: 20 min }, boot: { takes: 5 min } } }
            rollout: { limit: { max-unavailable: 50 % } }
            sweep: { cluster.nodes: [18, 36, 72] }
            """;
        var finding = Only("deadlock", Node + Text);

        Assert.That(finding.Severity, Is.EqualTo(Severity.Error));
        Assert.That(finding.Sentence, Does.StartWith("at N = 18 rollout.limit.max-unavailable admits 9 nodes at once"));
        Assert.That(finding.Fix, Is.EqualTo("Write '18 nodes', or 'unit: rack' to admit whole groups"));
    }

    [Test]
    public void An_unlimited_rollout_with_no_services_has_no_findings() => Assert.That(Find(Samples.Least), Is.Empty);

    private static string Of(int nodes, string rollout, string more = "") =>
        $"{Node}cluster: {{ nodes: {nodes} }}\nupdate: {{ steps: {{ replace: {{ takes: 10 min }} }} }}\nrollout: {{ {rollout} }}\n{more}";

    private static Finding Only(string rule, string text) => Find(text).Single(finding => finding.Rule == rule);

    private static IReadOnlyList<Finding> Find(string text) => ScenarioLint.Run(Samples.Read(text)).Findings;
}
