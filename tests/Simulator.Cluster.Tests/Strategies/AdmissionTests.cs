using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Tests.Strategies;

/// <summary>Controllers, schedules, gates, groups and orders, with the instants worked out by hand.</summary>
public sealed class AdmissionTests
{
    private static readonly TopologyLevel Racks = new("rack", 4);

    private static SimTime Seconds(double seconds) => SimTime.FromSeconds(seconds);

    private static LimitSpec Limit(int nodes) => new() { MaxUnavailable = Quota.OfNodes(nodes) };

    private static RunRecord Run(int nodes, RolloutSpec rollout, double work = 60) =>
        Rollout.Run(
            UpdatePlan.Compile(Build.Model(nodes, [Build.Step("work", work)], rollout: rollout, topology: Racks)),
            1,
            0
        );

    private static int[] Ends(RunRecord record) =>
        [.. Enumerable.Range(0, record.Nodes).Select(node => (int)record.EndOf(node).Seconds)];

    [Test]
    public void A_controller_admits_at_its_passes_only()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Controller,
            Limit = Limit(2),
            Tick = new TickSpec(Seconds(50), TickPhase.Aligned),
        };

        // passes at 0, 50 (no place free), 100, 150 (none), 200
        Assert.That(Ends(Run(5, rollout)), Is.EqualTo([60, 60, 160, 160, 260]));
    }

    [Test]
    public void A_pass_admits_no_more_than_its_most()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Controller,
            Tick = new TickSpec(Seconds(10), TickPhase.Aligned, Most: 1),
        };

        Assert.That(Ends(Run(4, rollout)), Is.EqualTo([60, 70, 80, 90]));
    }

    [Test]
    public void A_schedule_waits_for_the_clock_and_for_nobody()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Schedule,
            Waves = [Quota.OfNodes(1), Quota.OfNodes(2)],
            Every = Seconds(20),
        };

        Assert.That(Ends(Run(5, rollout)), Is.EqualTo([60, 80, 80, 100, 100]));
    }

    [Test]
    public void Waves_may_grow_by_a_factor()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            Waves = [Quota.OfNodes(1)],
            Growth = 2,
        };

        // 1, 2, 4, 8, then the last of 16
        Assert.That(
            Ends(Run(16, rollout)).CountBy(end => end),
            Is.EqualTo(new KeyValuePair<int, int>[] { new(60, 1), new(120, 2), new(180, 4), new(240, 8), new(300, 1) })
        );
    }

    [Test]
    public void A_limit_holds_inside_waves()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            WavesBy = "rack",
            Limit = Limit(3),
            Bake = Seconds(5),
        };

        Assert.That(Ends(Run(6, rollout)), Is.EqualTo([60, 60, 60, 120, 185, 185]));
    }

    [Test]
    public void Totals_of_shares_are_rounded_once_each()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            Waves = [Quota.OfShare(0.2m), Quota.OfShare(0.5m), Quota.OfShare(1)],
            AreTotals = true,
            Bakes = [Seconds(10), Seconds(100)],
        };

        // floor(1.4) = 1, floor(3.5) = 3, 7
        Assert.That(Ends(Run(7, rollout)), Is.EqualTo([60, 130, 130, 290, 290, 290, 290]));
    }

    [Test]
    public void A_total_that_adds_nobody_still_takes_its_pause()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            Waves = [Quota.OfShare(0.01m), Quota.OfShare(0.02m), Quota.OfShare(0.5m)],
            AreTotals = true,
            Bake = Seconds(10),
        };

        Assert.That(Ends(Run(4, rollout)), Is.EqualTo([80, 80, 150, 150]));
    }

    [Test]
    public void A_group_has_a_limit_of_its_own()
    {
        var rollout = new RolloutSpec { Limit = Limit(3) with { Domain = new DomainLimit("rack", 1) } };

        // two racks of 4: one of each at a time
        Assert.That(Ends(Run(8, rollout)), Is.EqualTo([60, 120, 180, 240, 60, 120, 180, 240]));
    }

    [Test]
    public void Units_may_go_from_the_last_to_the_first()
    {
        var rollout = new RolloutSpec { Limit = Limit(1), Order = UnitOrder.Reverse };

        Assert.That(Ends(Run(3, rollout)), Is.EqualTo([180, 120, 60]));
    }

    [Test]
    public void A_random_order_is_a_permutation_that_changes_with_the_replication()
    {
        var rollout = new RolloutSpec { Limit = Limit(1), Order = UnitOrder.Random };
        var plan = UpdatePlan.Compile(Build.Model(20, [Build.Step("work", 60)], rollout: rollout));
        var (one, other) = (Ends(Rollout.Run(plan, 1, 0)), Ends(Rollout.Run(plan, 1, 1)));

        Assert.That(one.Order(), Is.EqualTo(Enumerable.Range(1, 20).Select(turn => 60 * turn)));
        Assert.That(other.Order(), Is.EqualTo(one.Order()));
        Assert.That(other, Is.Not.EqualTo(one));
    }

    [Test]
    public void A_place_is_free_a_while_after_its_node_is_done()
    {
        var rollout = new RolloutSpec { Limit = Limit(1), ReleaseDelay = Seconds(15) };

        Assert.That(Ends(Run(3, rollout)), Is.EqualTo([60, 135, 210]));
    }

    [Test]
    public void A_probe_takes_its_checks_between_batches()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Batch,
            Limit = Limit(1),
            Probe = new ProbeSpec(Seconds(10), 4),
            Approval = Seconds(100),
        };

        // between two: 3 intervals of 10 s, then 100 s
        Assert.That(Ends(Run(3, rollout)), Is.EqualTo([60, 250, 440]));
    }

    [Test]
    public void A_probe_that_is_surely_bad_stops_the_rollout()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Batch,
            Limit = Limit(2),
            Probe = new ProbeSpec(Seconds(10), 5, FailureLimit: 2, BadShare: 1),
        };
        var record = Run(5, rollout);

        // the third bad check comes 20 s after the batch
        Assert.That(record.Halt, Is.EqualTo(HaltCause.Gate));
        Assert.That(record.Count(Outcome.Skipped), Is.EqualTo(3));
        Assert.That(record.Makespan.Seconds, Is.EqualTo(80));
    }

    [TestCase(new[] { true, true, false, true, true, true, true }, 0, 3, 20, false)]
    [TestCase(new[] { true, true, false, true, true, true, true }, 1, 3, 50, true)]
    [TestCase(new[] { true, true, false, true, true, true, true }, 1, null, 60, true)]
    public void A_probe_passes_after_good_checks_in_a_row(bool[] good, int limit, int? row, int seconds, bool passes)
    {
        var probe = new ProbeSpec(Seconds(10), 7, limit, row, BadShare: 0.5);

        Assert.That(probe.Verdict(check => good[check] ? 0.9 : 0.1), Is.EqualTo((Seconds(seconds), passes)));
    }
}
