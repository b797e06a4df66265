using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>A rollout that can never finish is refused with both places and the number that cures it.</summary>
public sealed class DesignLintTests
{
    private const string Head = """
        schema: 1
        name: racks
        cluster: { nodes: 180, topology: { rack: 18 nodes, row: 2 racks } }
        update:
          steps:
            drain:    { takes: 1 min }
            switches: { per: rack, takes: 20 min }
            reboot:   { takes: 5 min }

        """;

    [Test]
    public void A_window_below_a_rack_never_lets_the_rack_begin() =>
        Assert.That(
            Lint("rollout: { limit: { max-unavailable: 5 % } }"),
            Is.EqualTo(
                """
                s.yaml:9:38: rollout.limit.max-unavailable admits 9 nodes at once – step 'switches' waits for all nodes of a rack while they hold their places, so that it never begins.
                    9 | rollout: { limit: { max-unavailable: 5 % } }
                      |                                      ^^^
                    7 |     switches: { per: rack, takes: 20 min }
                      |                      ^^^^
                   Write '18 nodes', or 'unit: rack' to admit whole groups.
                1 error, nothing was run.

                """
            )
        );

    [Test]
    public void A_batch_that_ends_within_a_rack_never_lets_it_begin() =>
        Assert.That(
            Lint("rollout: { admission: batch, limit: { max-unavailable: 20 } }"),
            Does.Contain(
                    "admits 20 nodes at once – step 'switches' waits for all nodes of a rack, and a batch ends in the middle of them"
                )
                .And.Contain("Write '36 nodes', or 'unit: rack'")
        );

    [Test]
    public void A_unit_above_the_limit_is_never_admitted() =>
        Assert.That(
            Lint("rollout: { unit: rack, limit: { max-unavailable: 10 } }"),
            Does.Contain("admits 10 nodes at once – a rack, which is admitted as a whole, holds 18 nodes")
                .And.Contain("Write '18 nodes'.")
        );

    [TestCase("rollout: { limit: { max-unavailable: 18 } }")]
    [TestCase("rollout: { limit: { max-unavailable: 10 % } }")]
    [TestCase("rollout: { unit: rack, limit: { max-unavailable: 1 racks } }")]
    [TestCase("rollout: { admission: batch, limit: { max-unavailable: 36 } }")]
    [TestCase("rollout: { admission: waves, waves: [18, 36, 50 %] }")]
    [TestCase("rollout: {}")]
    [TestCase("")]
    public void A_limit_that_holds_a_rack_is_fine(string rollout) => Assert.That(Find(Head + rollout), Is.Empty);

    [Test]
    public void A_switch_at_the_end_holds_no_place_and_cannot_deadlock() =>
        Assert.That(
            Find(
                Head.Replace("    reboot:   { takes: 5 min }\n", "", StringComparison.Ordinal)
                    + "rollout: { limit: { max-unavailable: 1 } }"
            ),
            Is.Empty
        );

    [Test]
    public void A_step_per_cluster_between_steps_per_node_needs_all_places() =>
        Assert.That(
            Lint("rollout: { limit: { max-unavailable: 36 } }", "per: rack", "per: cluster"),
            Does.Contain("waits for all nodes while they hold their places").And.Contain("Write '180 nodes'.")
        );

    [Test]
    public void The_number_of_nodes_of_the_cell_decides()
    {
        var scenario = Samples.Read(Head + "rollout: { limit: { max-unavailable: 10 % } }");

        Assert.That(DesignLint.Find(scenario.With("cluster.nodes", "90")), Has.Count.EqualTo(1));
    }

    private static string Lint(string rollout, string old = "\0", string text = "") =>
        Issues.Format(Find(Head.Replace(old, text, StringComparison.Ordinal) + rollout));

    private static IReadOnlyList<Issue> Find(string text) => DesignLint.Find(Samples.Read(text));
}
