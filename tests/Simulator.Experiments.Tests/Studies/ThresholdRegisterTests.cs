using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Tests.Studies;

/// <summary>What bites, where, and what only seems to, on rollouts whose times can be computed by hand.</summary>
[TestFixture]
internal sealed class ThresholdRegisterTests
{
    /// <summary>k at a time for 100 s each behind one door that takes 10 s a node: the window holds up only where k is below 10.</summary>
    private static string Door(int window, string sizes) =>
        $$"""
            schema: 1
            name: door
            cluster: { nodes: 10 }
            services: { door: { station: { servers: 1 } } }
            update:
              steps:
                enter: { takes: 10 s, uses: door, in-service: true }
                work: { takes: 100 s }
            rollout: { admission: window, limit: { max-unavailable: {{window}} } }
            sweep: { cluster.nodes: {{sizes}} }
            """;

    [Test]
    public void A_limit_that_is_waited_for_and_saves_time_when_lifted_bites()
    {
        var limit = Row(Register(Door(2, "[1, 2, 3, 10, 100]")), "rollout.limit");

        Assert.Multiple(() =>
        {
            Assert.That(limit.Analytic, Is.EqualTo(2));
            Assert.That((limit.Event, limit.SeenFrom, limit.SeenTo), Is.EqualTo((2L, 3L, 100L)));
            Assert.That(limit.HiddenBehind, Is.Null);

            // pairs leave at 110, 120, 210, 220, ...: the 100th at 10 + 10 + 50 * 100; without the window at 100 * 10 + 100
            Assert.That(limit.SavedSeconds, Is.EqualTo(5020 - 1100).Within(1e-9));
        });
    }

    [Test]
    public void What_is_waited_for_but_saves_nothing_when_lifted_stops_biting()
    {
        var door = Row(Register(Door(2, "[1, 2, 3, 10, 100, 1000]")), "door");

        // lifting the door saves the 10 s that the second node waits there, at any size: of 120 s at N = 2, of 50,020 s at 1000
        Assert.Multiple(() =>
        {
            Assert.That(door.Analytic, Is.EqualTo(1));
            Assert.That(door.SeenFrom, Is.EqualTo(2));
            Assert.That(door.SeenTo, Is.LessThan(1000));
            Assert.That(door.SavedSeconds, Is.EqualTo(10).Within(1e-9));
        });
    }

    [Test]
    public void A_window_behind_a_slower_door_never_bites_and_says_what_hides_it()
    {
        var rows = Register(Door(20, "[1, 10, 20, 30, 100]"));
        var limit = Row(rows, "rollout.limit");

        Assert.Multiple(() =>
        {
            Assert.That(limit.Analytic, Is.EqualTo(20));
            Assert.That(
                (limit.Event, limit.SeenFrom, limit.SeenTo),
                Is.EqualTo(((long?)null, (long?)null, (long?)null))
            );
            Assert.That(limit.SavedSeconds, Is.Zero);
            Assert.That(limit.HiddenBehind, Is.EqualTo("door"));
            Assert.That(rows[0].Limit, Is.EqualTo("door"), "what bites first stands on top");
        });
    }

    [Test]
    public void Limits_that_hide_each_other_all_bite()
    {
        var rows = Register(
            """
            schema: 1
            name: twins
            cluster: { nodes: 10 }
            services: { left: { station: { servers: 2 } }, right: { station: { servers: 2 } } }
            update:
              steps:
                a: { takes: 100 s, uses: left }
                b: { takes: 100 s, uses: right }
            sweep: { cluster.nodes: [2, 4, 100] }
            """
        );

        // lifting left alone leaves right's queue: 100 / 2 * 100 s + 100 s either way
        Assert.Multiple(() =>
        {
            Assert.That(Row(rows, "left").SavedSeconds, Is.Zero);
            Assert.That(Row(rows, "left").SeenFrom, Is.EqualTo(4));
        });
    }

    [Test]
    public void A_smooth_curve_has_no_fitted_knee_and_a_bent_one_has()
    {
        var bent = Register(
            Door(1000, "[1, 2, 3, 4, 5, 6, 8, 10]")
                .Replace("10 s, uses: door, in-service", "1 s, uses: door, in-service", StringComparison.Ordinal)
        );
        var steps = Register(
            """
            schema: 1
            name: burst
            cluster: { nodes: 10 }
            services: { api: { token-bucket: { rate: 1/s, burst: 50 } } }
            update: { steps: { call: { calls: { api: 1 }, takes: 100 s } } }
            sweep: { cluster.nodes: [10, 20, 40, 50, 60, 100, 200, 400] }
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(Row(bent, "door").Fit, Is.Null, "T = N + 100 is a line from the start");
            Assert.That(Row(steps, "api").Fit, Is.EqualTo(50).Within(1e-6));
            Assert.That(Row(steps, "api").FitLower, Is.LessThanOrEqualTo(50));
            Assert.That(Row(steps, "api").FitUpper, Is.GreaterThanOrEqualTo(50));
        });
    }

    [Test]
    public void With_several_axes_the_register_goes_along_N_at_the_first_values_of_the_others()
    {
        var study = Run(
            Door(2, "[3, 100]")
                .Replace("sweep: { ", "sweep: { rollout.limit.max-unavailable: [50, 2], ", StringComparison.Ordinal)
        );
        var limit = Row(study.Thresholds, "rollout.limit");

        Assert.Multiple(() =>
        {
            Assert.That(study.Focus.AxisValues, Is.EqualTo(new[] { "50", "100" }));
            Assert.That(limit.Analytic, Is.EqualTo(50));
            Assert.That(limit.HiddenBehind, Is.EqualTo("door"));
        });
    }

    private static ThresholdResult Row(IReadOnlyList<ThresholdResult> rows, string limit) =>
        rows.Single(row => row.Limit == limit);

    private static IReadOnlyList<ThresholdResult> Register(string text) => Run(text).Thresholds;

    private static StudyResult Run(string text) =>
        Study.Run(
            "sweep",
            ScenarioFile.Parse(text, "test.yaml", "."),
            new StudyOptions { Replications = 3, Threads = 2 },
            new Silent(),
            CancellationToken.None
        );
}
