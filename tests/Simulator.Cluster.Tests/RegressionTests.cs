using Simulator.Cluster.Bounds;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Cluster.Tests;

/// <summary>Scenarios that once ended in a wrong number, a crash or a standstill, found by the naive reference.</summary>
public sealed class RegressionTests
{
    private static readonly StepSpec Barrier = new() { Name = "barrier", Per = Levels.Cluster };

    private static readonly BudgetSpec Power = new() { Name = "power", Capacity = new Amount(2, Dimension.Count) };

    private static RunRecord Run(Model model, PlanOptions? options = null) =>
        Rollout.Run(UpdatePlan.Compile(model, options), seed: 1, replication: 0);

    private static NeedSpec PowerUntil(string step) => new("power", new Amount(2, Dimension.Count), step);

    [Test]
    public void What_is_held_until_a_step_stays_held_when_an_attempt_of_that_step_fails()
    {
        var first = Build.Step("first", 10) with { Needs = [PowerUntil("last")] };
        var last = Build.Step("last", 10) with { Fails = new FailureSpec(1), Retry = new RetrySpec(1) };
        var record = Run(Build.Model(2, [first, last], [Power]));

        // each holds it for 10 s and two attempts of 10 s, one after the other
        Assert.That((record.EndOf(0).Seconds, record.EndOf(1).Seconds), Is.EqualTo((30.0, 60.0)));
    }

    [Test]
    public void A_client_that_gives_up_gives_back_once_what_it_would_have_held_beyond()
    {
        var bucket = new TokenBucketSpec
        {
            Name = "api",
            Rate = new Frequency(1, SimTime.FromSeconds(1000)),
            Burst = 1,
            WhenEmpty = WhenEmpty.Reject,
            Retry = new Backoff { Delay = SimTime.FromSeconds(1), Limit = 0 },
        };
        var first = Build.Step("first", 10) with { Needs = [PowerUntil("last")], Calls = [new CallSpec("api", 1)] };
        var record = Run(Build.Model(2, [first, Build.Step("last", 10)], [Power, bucket]));

        Assert.That((record.OutcomeOf(0), record.EndOf(0).Seconds), Is.EqualTo((Outcome.Verified, 20.0)));
        Assert.That((record.OutcomeOf(1), record.EndOf(1).Seconds), Is.EqualTo((Outcome.Failed, 20.0)));
    }

    [Test]
    public void Nobody_waits_for_a_step_of_a_rack_whose_nodes_failed_while_it_was_under_way()
    {
        var fails = Build.Step("fails", 5) with { Fails = new FailureSpec(0.5) };
        var switches = Build.Step("switches", 10, per: "rack") with { After = [] };
        var wait = Barrier with { After = ["fails", "switches"] };
        var plan = UpdatePlan.Compile(Build.Model(4, [fails, switches, wait], topology: new TopologyLevel("rack", 2)));

        // in one replication of eight a rack fails as a whole and another does not
        var ends = Enumerable.Range(0, 64).Select(run => Rollout.Run(plan, 1, (ulong)run).Makespan.Seconds);

        Assert.That(ends, Is.All.EqualTo(5).Or.EqualTo(10));
    }

    [Test]
    public void A_rack_whose_nodes_have_failed_one_by_one_gives_back_what_it_held()
    {
        var take = Build.Step("take", 1, per: "rack") with { Needs = [PowerUntil("give")] };
        var fails = new StepSpec
        {
            Name = "fails",
            Takes = new DurationSpec.Listed([1, 2, 3, 4]),
            Fails = new FailureSpec(1),
        };
        var give = Build.Step("give", 1, per: "rack");
        var record = Run(Build.Model(4, [take, fails, give], [Power], topology: new TopologyLevel("rack", 2)));

        // the second rack gets the power when the last node of the first has failed, at 3 s: 3 + 1 + 4
        Assert.That(record.Makespan.Seconds, Is.EqualTo(8));
    }

    [Test]
    public void A_node_that_fails_at_once_begins_nothing_else()
    {
        var check = new StepSpec { Name = "check", Fails = new FailureSpec(0.5) };
        var flash = new StepSpec
        {
            Name = "flash",
            Takes = new DurationSpec.Drawn(new Uniform(5, 6)),
            After = [],
        };
        var plan = UpdatePlan.Compile(Build.Model(3, [check, flash, Barrier]));

        // whoever is left needs 5 s; an end of a failed node must not open the barrier
        var records = Enumerable.Range(0, 64).Select(run => Rollout.Run(plan, 1, (ulong)run)).ToList();

        Assert.That(
            records.Where(record => record.Count(Outcome.Verified) > 0).Select(record => record.Makespan.Seconds),
            Is.All.GreaterThanOrEqualTo(5)
        );
    }

    [Test]
    public void A_unit_that_fails_before_it_is_admitted_leaves_the_queue()
    {
        var stage = Build.Step("stage", 5) with { InService = true, Fails = new FailureSpec(1) };
        var flash = Build.Step("flash", 60) with { After = [] };
        var record = Run(
            Build.Model(
                2,
                [stage, flash],
                rollout: Build.Window(Quota.OfNodes(1), "rack"),
                topology: new TopologyLevel("rack", 2)
            )
        );

        Assert.That((record.Count(Outcome.Failed), record.Makespan.Seconds), Is.EqualTo((2, 5.0)));
    }

    [Test]
    public void A_node_that_fails_on_its_way_to_the_queue_gives_no_place_back()
    {
        var stage = Build.Step("stage", 5) with { InService = true, Fails = new FailureSpec(1), After = [] };
        var prepare = Build.Step("prepare", 10) with { InService = true, After = [] };
        var flash = Build.Step("flash", 60) with { After = ["prepare"] };
        var record = Run(Build.Model(2, [stage, prepare, flash], rollout: Build.Window(Quota.OfNodes(1))));

        Assert.That((record.Count(Outcome.Failed), record.Makespan.Seconds), Is.EqualTo((2, 5.0)));
    }

    [Test]
    public void No_step_that_takes_a_node_out_of_service_begins_without_a_place()
    {
        var flash = Build.Step("flash", 10);
        var approve = Barrier with { Name = "approve", After = [] };
        var reboot = Build.Step("reboot", 10) with { After = ["approve"] };
        var record = Run(Build.Model(3, [flash, approve, reboot], rollout: Build.Window(Quota.OfNodes(1))));

        // both steps side by side, one node at a time
        var step = record.Plan.Steps.Single(one => one.Name == "reboot");
        Assert.That(record.Cell(0, 2, step.StartColumn), Is.EqualTo(20_000_000_000));
    }

    [Test]
    public void A_step_in_service_that_waits_for_one_out_of_service_is_no_circle()
    {
        var report = Build.Step("report", 5) with { InService = true, After = ["flash"] };
        var flash = Build.Step("flash", 10) with { After = [] };
        var reboot = Build.Step("reboot", 10) with { After = ["report"] };
        var record = Run(Build.Model(2, [report, flash, reboot], rollout: Build.Window(Quota.OfNodes(1))));

        Assert.That(record.Makespan.Seconds, Is.EqualTo(50));
    }

    [Test]
    public void Alone_with_failures_off_a_refused_client_goes_on_asking()
    {
        var bucket = new TokenBucketSpec
        {
            Name = "api",
            Rate = new Frequency(1, SimTime.FromSeconds(10)),
            Burst = 1,
            WhenEmpty = WhenEmpty.Reject,
            Retry = new Backoff { Delay = SimTime.FromSeconds(4), Limit = 1 },
        };
        StepSpec Call(string name) => new() { Name = name, Calls = [new CallSpec("api", 1)] };
        var record = Run(Build.Model(1, [Call("a"), Call("b")], [bucket]), PlanOptions.Solo);

        // one token at 0, the next at 10 s, asked for at 0, 4, 8 and 12 s
        Assert.That(record.Makespan.Seconds, Is.EqualTo(12));
    }

    [Test]
    public void A_node_is_not_lost_before_its_transfer_began()
    {
        var fetch = new StepSpec
        {
            Name = "fetch",
            Transfer = new TransferSpec(DataSize.FromBytes(10_000_000), "images"),
        };
        var stage = Build.Step("stage", 7) with { InService = true };
        var record = Run(Build.Model(3, [stage, fetch], [Build.Link("images", 1)]));

        // three share 1 MB/s: 30 s each, of which 10 s are the transfer itself
        var summary = RunSummary.Of(record, share: 1);
        Assert.That(summary.LostNodeSeconds, Is.EqualTo(3 * 30));
        Assert.That(summary.Steps[1].Work, Is.EqualTo(3 * 10));
    }

    [Test]
    public void A_node_that_fails_again_without_a_pause_takes_no_token_at_that_instant()
    {
        var bucket = new TokenBucketSpec
        {
            Name = "api",
            Rate = new Frequency(1, SimTime.FromSeconds(1)),
            Burst = 1,
        };
        var check = new StepSpec
        {
            Name = "check",
            Fails = new FailureSpec(0) { Listed = [0, 2, 0] },
            Retry = new RetrySpec(1),
        };
        var report = new StepSpec
        {
            Name = "report",
            Calls = [new CallSpec("api", 1)],
            After = [],
        };
        var record = Run(Build.Model(3, [check, report], [bucket]));

        // node 1 has failed twice before its report begins: the third node has the second token
        Assert.That((record.OutcomeOf(1), record.EndOf(2).Seconds), Is.EqualTo((Outcome.Failed, 1.0)));
    }

    [Test]
    public void An_alarm_breaks_off_a_transfer_before_work_at_a_station_that_is_closed()
    {
        var desk = Build.Station("desk", 1) with
        {
            Hours = new OpeningHours(SimTime.FromSeconds(1000), (SimTime.Zero, SimTime.FromSeconds(500))),
        };
        var step = Build.Step("flash", 10, uses: "desk") with
        {
            Transfer = new TransferSpec(DataSize.FromBytes(20_000_000), "images"),
            TimeOut = SimTime.FromSeconds(15),
            Retry = new RetrySpec(1),
        };
        var record = Run(
            Build.Model(1, [step], [Build.Link("images", 1), desk]),
            PlanOptions.Solo with
            {
                HasFailures = true,
            }
        );

        // a transfer of 20 s is broken off after 15 s, twice
        Assert.That((record.OutcomeOf(0), record.EndOf(0).Seconds), Is.EqualTo((Outcome.Failed, 30.0)));
    }

    [Test]
    public void No_bound_is_drawn_from_ticks_after_work_that_steps_of_the_same_node_slow_down()
    {
        var shared = Build.Station("shared", 2, per: "rack") with { Speed = new ScalableSpeed(0.25, 0) };
        NeedSpec[] turn = [new("turn", new Amount(1, Dimension.Count))];
        var enter = new StepSpec
        {
            Name = "enter",
            Needs = turn,
            Poll = new PollSpec(SimTime.FromSeconds(4)),
        };
        var first = Build.Step("first", 0, uses: "shared") with { Takes = new DurationSpec.Listed([4, 4, 0]) };
        var beside = new StepSpec
        {
            Name = "beside",
            Takes = new DurationSpec.Listed([1, 4]),
            After = [],
        };
        var last = Build.Step("last", 2, uses: "shared") with
        {
            Needs = turn,
            Poll = new PollSpec(SimTime.FromSeconds(1)),
        };
        var turns = new BudgetSpec { Name = "turn", Capacity = new Amount(1, Dimension.Count) };
        var model = Build.Model(3, [enter, first, beside, last], [shared, turns], null, new TopologyLevel("rack", 3));
        var alone = Run(model, PlanOptions.Solo with { HasFailures = true });

        Assert.That(LowerBounds.Hold(alone), Is.False);
        Assert.That(LowerBounds.Of(alone)[0].Nanoseconds, Is.GreaterThan(Run(model).Makespan.Nanoseconds));
    }

    [Test]
    public void A_client_that_comes_whenever_the_desk_is_closed_is_named_and_not_waited_for()
    {
        var day = SimTime.FromSeconds(86_400);
        var desk = Build.Station("desk", 1) with
        {
            Hours = new OpeningHours(day, (SimTime.FromSeconds(30_000), SimTime.FromSeconds(60_000))),
            Queue = 0,
            Retry = new Backoff { Delay = day },
        };
        var model = Build.Model(2, [Build.Step("ask", 10, uses: "desk")], [desk]);

        Assert.That(
            () => Run(model),
            Throws.InstanceOf<RunawayException>().With.Message.Contains("(and 1 more), step 'ask', waits for 'desk'")
        );
    }
}
