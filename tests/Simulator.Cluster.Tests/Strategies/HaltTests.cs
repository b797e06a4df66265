using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Tests.Strategies;

/// <summary>Rollouts that stop: who is left out, and when everything is over.</summary>
public sealed class HaltTests
{
    /// <summary>Node i fails for good where the list holds a 1 at i mod n; each works 60 s.</summary>
    private static StepSpec Failing(params int[] attempts) =>
        Build.Step("work", 60) with
        {
            Fails = new FailureSpec(0) { Listed = attempts },
        };

    private static RunRecord Run(int nodes, RolloutSpec rollout, params StepSpec[] steps) =>
        Rollout.Run(
            UpdatePlan.Compile(Build.Model(nodes, steps, rollout: rollout, topology: new TopologyLevel("rack", 4))),
            1,
            0
        );

    private static LimitSpec Limit(int nodes) => new() { MaxUnavailable = Quota.OfNodes(nodes) };

    private static int[] Counts(RunRecord record) =>
        [record.Count(Outcome.Verified), record.Count(Outcome.Failed), record.Count(Outcome.Skipped)];

    [TestCase(0, new[] { 0, 3, 7 }, 60)]
    [TestCase(2, new[] { 0, 3, 7 }, 60)]
    [TestCase(3, new[] { 1, 5, 4 }, 120)]
    [TestCase(10, new[] { 2, 8, 0 }, 240)]
    public void Nobody_is_sent_to_once_errors_exceed_what_is_tolerated(int most, int[] counts, double seconds)
    {
        // three at a time: nodes 0 to 2 fail, 3 does not, 4 to 7 fail, 8 does not, 9 fails
        var rollout = new RolloutSpec { Limit = Limit(3), Failure = new FailurePolicy(Quota.OfNodes(most)) };
        var record = Run(10, rollout, Failing(1, 1, 1, 0, 1, 1, 1, 1, 0, 1));

        Assert.That(Counts(record), Is.EqualTo(counts));
        Assert.That(record.Makespan.Seconds, Is.EqualTo(seconds));
        Assert.That(record.Halt, Is.EqualTo(most < 8 ? HaltCause.Errors : HaltCause.None));
    }

    [Test]
    public void Those_under_way_finish_after_the_stop()
    {
        // node 0 fails at 60 s, node 1 works until 90 s, node 2 was never sent to
        var step = new StepSpec
        {
            Name = "work",
            Takes = new DurationSpec.Listed([60, 90, 60]),
            Fails = new FailureSpec(0) { Listed = [1, 0, 0] },
        };
        var rollout = new RolloutSpec { Limit = Limit(2), Failure = new FailurePolicy(Quota.OfNodes(0)) };
        var record = Run(3, rollout, step);

        Assert.That(record.OutcomeOf(1), Is.EqualTo(Outcome.Verified));
        Assert.That(record.EndOf(2).Seconds, Is.EqualTo(60));
        Assert.That(record.Makespan.Seconds, Is.EqualTo(90));
        // node 0 from 0 to the end, node 1 for 90 s, node 2 never
        Assert.That(OutOfService.NodeSeconds(record), Is.EqualTo(90 + 90));
    }

    [TestCase(0.5, new[] { 8, 2, 0 })]
    [TestCase(0.25, new[] { 2, 2, 6 })]
    public void A_batch_is_judged_by_its_own_failures(double share, int[] counts)
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Batch,
            Limit = Limit(4),
            Failure = new FailurePolicy(Quota.OfShare((decimal)share), Scope: ErrorScope.Batch),
        };

        Assert.That(Counts(Run(10, rollout, Failing(1, 1, 0, 0, 0, 0, 0, 0, 0, 0))), Is.EqualTo(counts));
    }

    [Test]
    public void Batches_so_far_are_judged_together_at_the_end_of_each()
    {
        // 1 of 4 is 25 %, 2 of 8 are 25 %, 4 of 12 are more
        var rollout = new RolloutSpec
        {
            Admission = Admission.Batch,
            Limit = Limit(4),
            Failure = new FailurePolicy(Quota.OfShare(0.25m), Scope: ErrorScope.Begun),
        };
        var record = Run(16, rollout, Failing(1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0));

        Assert.That(Counts(record), Is.EqualTo([8, 4, 4]));
    }

    [TestCase(3, HaltCause.Errors)]
    [TestCase(2, HaltCause.None)]
    public void A_rack_needs_its_successes(int least, HaltCause cause)
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Waves,
            WavesBy = "rack",
            Failure = new FailurePolicy(Quota.OfNodes(least), Scope: ErrorScope.Batch) { CountsSuccesses = true },
        };

        Assert.That(Run(8, rollout, Failing(1, 1, 0, 0, 0, 0, 0, 0)).Halt, Is.EqualTo(cause));
    }

    [Test]
    public void Failed_nodes_that_keep_their_places_slow_the_rollout_down_and_end_it()
    {
        var rollout = new RolloutSpec { Limit = Limit(2) with { CountsFailed = true } };
        var slow = Run(5, rollout, Failing(1, 0, 0, 0, 0));
        var stuck = Run(5, rollout, Failing(1, 0, 1, 0, 0));

        // one place is left after 60 s: nodes 2, 3, 4 one after the other
        Assert.That(slow.Makespan.Seconds, Is.EqualTo(240));
        Assert.That(slow.Halt, Is.EqualTo(HaltCause.None));
        Assert.That(Counts(stuck), Is.EqualTo([1, 2, 2]));
        Assert.That(stuck.Halt, Is.EqualTo(HaltCause.Blocked));
        Assert.That(stuck.Makespan.Seconds, Is.EqualTo(120));
    }

    [TestCase(59, HaltCause.Deadline, 3)]
    [TestCase(60, HaltCause.None, 0)]
    public void Progress_has_a_deadline(double seconds, HaltCause cause, int skipped)
    {
        var rollout = new RolloutSpec { Limit = Limit(1), ProgressDeadline = SimTime.FromSeconds(seconds) };
        var record = Run(4, rollout, Build.Step("work", 60));

        Assert.That(record.Halt, Is.EqualTo(cause));
        Assert.That(record.Count(Outcome.Skipped), Is.EqualTo(skipped));
    }

    [Test]
    public void A_step_for_all_does_not_wait_for_those_left_out()
    {
        var rollout = new RolloutSpec { Limit = Limit(1), Failure = new FailurePolicy(Quota.OfNodes(0)) };
        var accept = new StepSpec
        {
            Name = "accept",
            Per = Levels.Cluster,
            Takes = Build.Seconds(100),
        };
        var record = Run(4, rollout, Failing(0, 1, 0, 0), accept);

        // node 0 until 60 s, node 1 fails at 120 s, then the acceptance of what there is
        Assert.That(Counts(record), Is.EqualTo([1, 1, 2]));
        Assert.That(record.EndOf(0).Seconds, Is.EqualTo(220));
    }

    [Test]
    public void Places_count_whole_units_too()
    {
        var rollout = new RolloutSpec
        {
            Unit = "rack",
            Limit = new LimitSpec { MaxUnavailable = Quota.OfUnits(1), CountsFailed = true },
        };
        var record = Run(8, rollout, Failing(1, 0, 0, 0, 0, 0, 0, 0));

        // one node of the first rack failed: the rack keeps the only place
        Assert.That(record.Halt, Is.EqualTo(HaltCause.Blocked));
        Assert.That(Counts(record), Is.EqualTo([3, 1, 4]));
    }

    [Test]
    public void Surge_nodes_make_up_for_those_that_are_out()
    {
        var rollout = new RolloutSpec
        {
            Limit = new LimitSpec { MaxUnavailable = Quota.OfNodes(1), Surge = Quota.OfNodes(2) },
        };
        var record = Run(9, rollout, Build.Step("provision", 30), Build.Step("work", 60));

        // three at a time; of three that are out between 30 and 90 s, one is missing
        Assert.That(record.Makespan.Seconds, Is.EqualTo(270));
        Assert.That(OutOfService.NodeSeconds(record), Is.EqualTo(3 * 60));
    }
}
