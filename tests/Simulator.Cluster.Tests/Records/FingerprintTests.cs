using System.Numerics;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Tests.Records;

/// <summary>Equal histories have equal fingerprints, however they were computed; whatever is seen changes it.</summary>
public sealed class FingerprintTests
{
    private static ulong Of(Model model, ulong seed = 1, ulong replication = 0, PlanOptions? options = null) =>
        Fingerprint.Of(Rollout.Run(UpdatePlan.Compile(model, options), seed, replication));

    private static StepSpec Listed(string name, params double[] seconds) =>
        Build.Step(name, 0) with
        {
            Takes = new DurationSpec.Listed(seconds),
        };

    private static StepSpec Drawn(string name) =>
        Build.Step(name, 0) with
        {
            Takes = new DurationSpec.Drawn(Exponential.FromRate(0.1)),
        };

    [Test]
    public void The_same_run_has_it_again_also_on_recycled_records()
    {
        var step = Drawn("flash") with { Fails = new FailureSpec(0.3), Retry = new RetrySpec(3) };
        var plan = UpdatePlan.Compile(Build.Model(50, [step], rollout: Build.Window(Quota.OfNodes(7))));
        var first = Rollout.Run(plan, 1, 0);
        var fingerprint = Fingerprint.Of(first);
        var other = Fingerprint.Of(Rollout.Run(plan, 1, 1, first));

        Assert.That(Fingerprint.Of(Rollout.Run(plan, 1, 0, first)), Is.EqualTo(fingerprint));
        Assert.That(other, Is.Not.EqualTo(fingerprint));
        Assert.That(Fingerprint.Of(Rollout.Run(plan, 2, 0)), Is.Not.EqualTo(fingerprint));
    }

    [Test]
    public void Events_that_nobody_sees_do_not_show()
    {
        // alone, steps in a row take their private servers without asking; after a step by name they ask and never wait
        StepSpec[] row =
        [
            .. new[] { "drain", "flash", "boot" }.Select(name => Drawn(name) with { Uses = [new("hands")] }),
        ];
        StepSpec[] named = [row[0], row[1] with { After = ["drain"] }, row[2]];
        RunRecord Alone(StepSpec[] steps) =>
            Rollout.Run(
                UpdatePlan.Compile(Build.Model(20, steps, [Build.Station("hands", 1)]), PlanOptions.Solo),
                1,
                0
            );
        var (walked, asked) = (Alone(row), Alone(named));

        Assert.That(asked.EventCount, Is.GreaterThan(walked.EventCount));
        Assert.That(Fingerprint.Of(asked), Is.EqualTo(Fingerprint.Of(walked)));
    }

    [Test]
    public void It_tells_which_node_took_which_time() =>
        Assert.That(
            Of(Build.Model(3, [Listed("flash", 3, 2, 1)])),
            Is.Not.EqualTo(Of(Build.Model(3, [Listed("flash", 1, 2, 3)])))
        );

    [Test]
    public void It_tells_the_names_of_steps_and_services()
    {
        Model Using(string service, string step) =>
            Build.Model(3, [Build.Step(step, 5, service)], [Build.Station(service, 1)]);

        Assert.That(Of(Using("hands", "boot")), Is.Not.EqualTo(Of(Using("hands", "flash"))));
        Assert.That(Of(Using("tools", "flash")), Is.Not.EqualTo(Of(Using("hands", "flash"))));
    }

    [Test]
    public void A_nanosecond_shows() =>
        Assert.That(
            Of(Build.Model(1, [Build.Step("flash", 5.000000001)])),
            Is.Not.EqualTo(Of(Build.Model(1, [Build.Step("flash", 5)])))
        );

    [Test]
    public void When_an_attempt_failed_shows_even_where_begin_end_and_loss_are_the_same()
    {
        // one failure of 2 min at the end, or at once with 2 min of pause: the second attempt is from 2 to 4 min in both
        StepSpec Failing(Detection detected, double pause) =>
            Build.Step("flash", 120) with
            {
                Fails = new FailureSpec(0, detected) { Listed = [1] },
                Retry = new RetrySpec(1, new Backoff { Delay = SimTime.FromSeconds(pause) }),
            };

        var late = Rollout.Run(UpdatePlan.Compile(Build.Model(1, [Failing(Detection.AtEnd, 0)])), 1, 0);
        var soon = Rollout.Run(UpdatePlan.Compile(Build.Model(1, [Failing(Detection.AtOnce, 120)])), 1, 0);

        Assert.That(soon.EndOf(0), Is.EqualTo(late.EndOf(0)));
        Assert.That(Fingerprint.Of(soon), Is.Not.EqualTo(Fingerprint.Of(late)));
    }

    [Test]
    public void When_calls_were_refused_shows_even_where_the_end_is_the_same()
    {
        // a token comes back every 8 s: tried at 0, 4, 8 s or at 0, 8 s
        Model Calling(double pause) =>
            Build.Model(
                2,
                [Build.Step("drain", 1) with { Calls = [new CallSpec("api", 1)] }],
                [
                    new TokenBucketSpec
                    {
                        Name = "api",
                        Rate = new Frequency(1, SimTime.FromSeconds(8)),
                        Burst = 1,
                        WhenEmpty = WhenEmpty.Reject,
                        Retry = new Backoff { Delay = SimTime.FromSeconds(pause) },
                    },
                ]
            );

        var (often, seldom) = (Calling(4), Calling(8));
        double End(Model model) => Rollout.Run(UpdatePlan.Compile(model), 1, 0).Makespan.Seconds;

        Assert.That((End(often), End(seldom)), Is.EqualTo((9.0, 9.0)));
        Assert.That(Of(often), Is.Not.EqualTo(Of(seldom)));
    }

    [Test]
    public void Parts_count_in_their_order()
    {
        Assert.That(Fingerprint.OfAll([1, 2]), Is.Not.EqualTo(Fingerprint.OfAll([2, 1])));
        Assert.That(Fingerprint.OfAll([0]), Is.Not.EqualTo(Fingerprint.OfAll([0, 0])).And.Not.Zero);
    }

    [Test]
    public void One_bit_of_what_who_or_when_changes_about_half_of_all_bits()
    {
        var changes = new List<int>();
        for (var sample = 1UL; sample <= 200; sample++)
        {
            var (what, who, when) = (Fingerprint.Key($"{sample}"), sample * 7, sample * 1_000_003);
            var hash = Fingerprint.Hash(what, who, when);
            for (var bit = 0; bit < 40; bit++)
            {
                changes.Add(BitOperations.PopCount(hash ^ Fingerprint.Hash(what, who, when ^ (1UL << bit))));
                changes.Add(BitOperations.PopCount(hash ^ Fingerprint.Hash(what, who ^ (1UL << (bit % 27)), when)));
            }
        }

        Assert.That(changes.Average(), Is.EqualTo(32).Within(1.0));
        Assert.That(changes.Min(), Is.GreaterThan(4));
    }
}
