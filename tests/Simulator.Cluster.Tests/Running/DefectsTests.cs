using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Tests.Running;

/// <summary>
/// The blast radius of a version that is bad everywhere, by hand: a node takes a minute, the first failure that is seen stops
/// the rollout.
/// </summary>
public sealed class DefectsTests
{
    private static readonly FailurePolicy AtFirst = new(Quota.OfNodes(0));

    [TestCase(0)]
    [TestCase(3600)]
    public void All_at_once_touches_all_whenever_it_is_detected(int detectedAfter)
    {
        var record = Run(RolloutSpec.AllAtOnce with { Failure = AtFirst }, detectedAfter);

        Assert.That((Touched(record), record.DefectiveNodes, record.Halt), Is.EqualTo((100, 100, HaltCause.None)));
    }

    // waves end at 1 min, then a bake each: the second begins at 1 + bake and the third at 2 + 2 bake; the first bad node is
    // seen at 11 min
    [TestCase(15, 1, TestName = "A_canary_that_bakes_longer_than_detection_takes_touches_only_the_first_wave")]
    [TestCase(10, 1, TestName = "What_is_detected_at_the_instant_at_which_the_gate_opens_is_in_time")]
    [TestCase(9, 11, TestName = "A_bake_below_detection_lets_one_more_wave_begin")]
    [TestCase(4, 100, TestName = "Two_short_bakes_let_all_begin")]
    public void Canary(int bakeMinutes, int touched)
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            Waves = [Quota.OfNodes(1), Quota.OfNodes(10), Quota.OfNodes(89)],
            Bake = SimTime.FromSeconds(60 * bakeMinutes),
            Failure = AtFirst,
        };

        var record = Run(rollout, detectedAfter: 600);

        Assert.That((Touched(record), record.DefectiveNodes), Is.EqualTo((touched, touched)));
        Assert.That(record.Halt, Is.EqualTo(touched < 100 ? HaltCause.Errors : HaltCause.None));
    }

    [Test] // racks of 20: the first is over at 1 min, seen at once, before the second is admitted
    public void Rack_by_rack_touches_one_rack_where_it_is_seen_at_once()
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            WavesBy = "rack",
            Failure = AtFirst,
        };

        Assert.That(Touched(Run(rollout, detectedAfter: 0)), Is.EqualTo(20));
    }

    [Test] // 5 at a time, a minute each: 5 (1 + 3) are admitted before 4 min, when the first are seen, those of that instant not
    public void A_window_goes_on_until_the_first_is_seen()
    {
        var rollout = Build.Window(Quota.OfNodes(5)) with { Failure = AtFirst };

        Assert.That(Touched(Run(rollout, detectedAfter: 180)), Is.EqualTo(20));
    }

    [Test] // more than 10 bad nodes stop it: the third batch of 5 brings the eleventh
    public void Bad_nodes_are_tolerated_up_to_the_limit_of_the_policy()
    {
        var rollout = Build.Batch(Quota.OfNodes(5)) with { Failure = new FailurePolicy(Quota.OfNodes(10)) };

        Assert.That(Touched(Run(rollout, detectedAfter: 0)), Is.EqualTo(15));
    }

    [Test] // no policy, nobody stops
    public void Without_a_failure_policy_nothing_stops() =>
        Assert.That(Touched(Run(Build.Batch(Quota.OfNodes(5)), detectedAfter: 0)), Is.EqualTo(100));

    [Test]
    public void A_node_is_bad_by_its_own_draw_whatever_the_strategy()
    {
        var stream = StreamKey.Derive(1, 0);
        var id = Fnv1a.Hash32("update.defect");
        var bad = Enumerable.Range(0, 100).Count(node => stream.Uniform((uint)node, id, 1, 0) < 0.3);

        Assert.That(bad, Is.InRange(15, 45));
        Assert.That(Run(RolloutSpec.AllAtOnce, 0, 0.3).DefectiveNodes, Is.EqualTo(bad));
        Assert.That(Run(Build.Window(Quota.OfNodes(7)), 60, 0.3).DefectiveNodes, Is.EqualTo(bad));
    }

    private static RunRecord Run(RolloutSpec rollout, int detectedAfter, double share = 1)
    {
        var model = Build.Model(100, [Build.Step("work", 60)], null, rollout, new TopologyLevel("rack", 20));
        var defect = new DefectSpec(share, SimTime.FromSeconds(detectedAfter));
        var plan = UpdatePlan.Compile(model with { Update = model.Update with { Defect = defect } });
        return Rollout.Run(plan, seed: 1, replication: 0);
    }

    private static int Touched(RunRecord record) => record.Nodes - record.Count(Outcome.Skipped);
}
