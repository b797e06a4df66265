using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Tests;

/// <summary>What happens to the nodes of a cluster, where the answer is known exactly.</summary>
public sealed class RolloutTests
{
    private static RunRecord Run(Model model) => Rollout.Run(UpdatePlan.Compile(model), seed: 1, replication: 0);

    private static double Makespan(Model model) => Run(model).Makespan.Seconds;

    private static double SumOfEnds(RunRecord record) =>
        Enumerable.Range(0, record.Nodes).Sum(node => record.EndOf(node).Seconds);

    [Test]
    public void Nodes_that_share_nothing_all_end_after_one_step()
    {
        var record = Run(Build.Model(1000, [Build.Step("flash", 90)]));

        Assert.That(record.Makespan.Seconds, Is.EqualTo(90));
        Assert.That(record.Count(Outcome.Verified), Is.EqualTo(1000));
    }

    [Test]
    public void A_station_serves_in_rounds()
    {
        var record = Run(Build.Model(10_000, [Build.Step("flash", 90, "servers")], [Build.Station("servers", 64)]));

        // 10000 nodes on 64 servers: ceil(10000 / 64) = 157 rounds of 90 s
        Assert.That(record.Makespan.Seconds, Is.EqualTo(157 * 90));
        // node 5000 is in round floor(5000 / 64) + 1 = 79
        Assert.That(record.EndOf(5000).Seconds, Is.EqualTo(79 * 90));
    }

    [Test]
    public void A_flow_line_runs_at_the_speed_of_its_slowest_step()
    {
        var record = Run(
            Build.Model(
                100,
                [Build.Step("a", 30, "as"), Build.Step("b", 20, "bs"), Build.Step("c", 60, "cs")],
                [Build.Station("as", 10), Build.Station("bs", 4), Build.Station("cs", 25)]
            )
        );

        Assert.That(record.Makespan.Seconds, Is.EqualTo(590));
        Assert.That(SumOfEnds(record) / 100, Is.EqualTo(350).Within(1e-9));
    }

    [Test]
    public void A_step_per_cluster_is_a_global_barrier()
    {
        var barrier = new StepSpec { Name = "barrier", Per = Levels.Cluster };
        var makespan = Makespan(
            Build.Model(
                1000,
                [
                    Build.Step("a", 30, "as"),
                    barrier,
                    Build.Step("b", 120, "bs"),
                    barrier with
                    {
                        Name = "barrier-2",
                    },
                    Build.Step("c", 4, "cs"),
                ],
                [Build.Station("as", 50), Build.Station("bs", 1000), Build.Station("cs", 7)]
            )
        );

        // 20 rounds of 30 s, one of 120 s, 143 rounds of 4 s
        Assert.That(makespan, Is.EqualTo((20 * 30) + 120 + (143 * 4)));
    }

    [Test]
    public void Waves_wait_for_their_last_node_and_bake()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            Waves = [Quota.OfNodes(1), Quota.OfNodes(10), Quota.OfNodes(100), Quota.OfNodes(889)],
            Bake = SimTime.FromSeconds(600),
        };
        var makespan = Makespan(
            Build.Model(1000, [Build.Step("flash", 45, "servers")], [Build.Station("servers", 50)], rollout)
        );

        // rounds 1 + 1 + 2 + 18 of 45 s, three bakes
        Assert.That(makespan, Is.EqualTo((22 * 45) + (3 * 600)));
    }

    [Test]
    public void A_sliding_window_starts_the_next_node_when_one_is_done()
    {
        var steps = new StepSpec { Name = "work", Takes = new DurationSpec.Listed([7, 3, 9, 4, 4, 8, 2, 6, 5, 1]) };
        var record = Run(Build.Model(10, [steps], rollout: Build.Window(Quota.OfNodes(3))));

        Assert.That(record.Makespan.Seconds, Is.EqualTo(17));
        Assert.That(SumOfEnds(record), Is.EqualTo(112));
    }

    [Test]
    public void A_permit_may_be_held_over_several_steps()
    {
        var permits = new BudgetSpec { Name = "permits", Capacity = new Amount(20, Dimension.Count) };
        var first = Build.Step("a", 15) with
        {
            Needs = [new NeedSpec("permits", new Amount(1, Dimension.Count), Until: "c")],
        };
        var makespan = Makespan(Build.Model(500, [first, Build.Step("b", 30), Build.Step("c", 45.5)], [permits]));

        // 25 rounds of 15 + 30 + 45.5 s
        Assert.That(makespan, Is.EqualTo(25 * 90.5));
    }

    [Test]
    public void Downloads_under_permits_share_a_link_before_a_restart()
    {
        var download = new StepSpec
        {
            Name = "download",
            Transfer = new TransferSpec(DataSize.FromBytes(600_000_000), "image-server"),
            Uses = [new UseSpec("permits")],
        };
        var record = Run(
            Build.Model(
                120,
                [download, Build.Step("restart", 45, "slots")],
                [Build.Station("permits", 30), Build.Link("image-server", 1000, 50), Build.Station("slots", 8)]
            )
        );

        Assert.That(record.Makespan.Seconds, Is.EqualTo(693));
        Assert.That(SumOfEnds(record) / 120, Is.EqualTo(378).Within(1e-9));
    }

    [Test]
    public void Racks_take_turns_and_verify_before_the_next()
    {
        var record = Run(
            Build.Model(
                1000,
                [Build.Step("update", 300, "hands"), Build.Step("verify", 60, per: "rack")],
                [Build.Station("hands", 5, per: "rack")],
                Build.Window(Quota.OfUnits(4), "rack"),
                new TopologyLevel("rack", 25)
            )
        );

        // ten groups of four racks, each five rounds of 300 s and 60 s of verification; the last one counted here
        Assert.That(record.Makespan.Seconds, Is.EqualTo(15_540 + 60));
    }

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
    [TestCase(300, 4)]
    [TestCase(400, 4)]
    [TestCase(401, 5)]
    [TestCase(1000, 10)]
    public void A_third_with_a_hidden_cap_of_100_needs_so_many_waves(int nodes, int waves)
    {
        var rollout = Build.Batch(Quota.OfShare(0.33m), cap: 100);

        Assert.That(
            Makespan(Build.Model(nodes, [Build.Step("replace", 600)], rollout: rollout)),
            Is.EqualTo(waves * 600)
        );
    }

    [Test]
    public void A_window_smaller_than_the_rack_that_a_step_waits_for_is_a_deadlock_with_names()
    {
        var model = Build.Model(
            36,
            [Build.Step("flash", 60), Build.Step("switches", 60, per: "rack"), Build.Step("reboot", 60)],
            rollout: Build.Window(Quota.OfNodes(10)),
            topology: new TopologyLevel("rack", 18)
        );

        Assert.That(
            () => Run(model),
            Throws.TypeOf<DeadlockException>().With.Message.Contains("rack 0").And.Message.Contains("node 10")
        );
    }

    [Test]
    public void A_failing_node_is_tried_again_and_then_given_up_without_blocking_others()
    {
        var flash = Build.Step("flash", 10, "servers") with
        {
            Fails = new FailureSpec(1),
            Retry = new RetrySpec(2, new Backoff { Delay = SimTime.FromSeconds(5) }),
        };
        var record = Run(
            Build.Model(
                8,
                [flash, Build.Step("reboot", 10), Build.Step("switches", 60, per: "rack")],
                [Build.Station("servers", 8)],
                Build.Window(Quota.OfNodes(4)),
                new TopologyLevel("rack", 4)
            )
        );

        // three attempts of 10 s with two pauses of 5 s, two windows of four
        Assert.That(record.Count(Outcome.Failed), Is.EqualTo(8));
        Assert.That(record.Makespan.Seconds, Is.EqualTo(80));
    }

    [Test]
    public void Listed_failures_hit_the_attempts_of_the_nodes_that_they_name()
    {
        var flash = Build.Step("flash", 10) with
        {
            Fails = new FailureSpec(0) { Listed = [0, 1, 3, 2] },
            Retry = new RetrySpec(2, new Backoff { Delay = SimTime.FromSeconds(5) }),
        };
        var record = Run(Build.Model(4, [flash]));

        // attempts of 10 s with pauses of 5 s between them; node 2 would need a fourth
        Assert.That(Enumerable.Range(0, 4).Select(node => record.EndOf(node).Seconds), Is.EqualTo([10.0, 25, 40, 40]));
        Assert.That(
            Enumerable.Range(0, 4).Select(record.OutcomeOf),
            Is.EqualTo([Outcome.Verified, Outcome.Verified, Outcome.Failed, Outcome.Verified])
        );
    }
}
