using Simulator.Experiments.Attribution;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Tests.Studies;

namespace Simulator.Experiments.Tests.Attribution;

/// <summary>Where the time of rollouts comes from that can be computed by hand.</summary>
[TestFixture]
internal sealed class AttributionStudyTests
{
    /// <summary>A door of 10 s that one node passes at a time, then 100 s of which two run at a time: 100 nodes.</summary>
    private const string Door = """
        schema: 1
        name: door
        cluster: { nodes: 100 }
        services: { door: { station: { servers: 1 } } }
        update:
          steps:
            enter: { takes: 10 s, uses: door, in-service: true }
            work: { takes: 100 s }
        rollout: { limit: { max-unavailable: 2 } }
        """;

    [Test]
    public void Two_factors_share_by_what_each_adds_before_and_after_the_other()
    {
        var result = Explain(Door);

        // T: floor 110; window alone 10 + 50 * 100; door alone 100 * 10 + 100; both 20 + 50 * 100
        var limit = result.Factors.Single(factor => factor.Name == "rollout.limit");
        var door = result.Factors.Single(factor => factor.Name == "door");
        Assert.Multiple(() =>
        {
            Assert.That(result.Floor.Mean, Is.EqualTo(110));
            Assert.That(result.Makespan.Mean, Is.EqualTo(5020));
            Assert.That(limit.Alone.Mean, Is.EqualTo(5010 - 110));
            Assert.That(limit.Removal.Mean, Is.EqualTo(5020 - 1100));
            Assert.That(limit.Shapley.Mean, Is.EqualTo((4900 + 3920) / 2.0));
            Assert.That(door.Alone.Mean, Is.EqualTo(1100 - 110));
            Assert.That(door.Removal.Mean, Is.EqualTo(5020 - 5010));
            Assert.That(door.Shapley.Mean, Is.EqualTo((990 + 10) / 2.0));
            Assert.That(result.Factors.Sum(factor => factor.Shapley.Mean), Is.EqualTo(result.Excess));
            Assert.That(result.Waterfall[^1].TotalSeconds, Is.EqualTo(5020).Within(1e-9));
        });
    }

    [Test]
    public void The_next_bottleneck_is_told_after_the_first_is_cured()
    {
        var cures = Explain(Door).Cures;

        Assert.That(cures.Select(cure => string.Join('+', cure.Factors)), Is.EqualTo(["rollout.limit", "door"]));
        Assert.That(cures.Select(cure => cure.Saves.Mean), Is.EqualTo([3920, 990]));
        Assert.That(cures.Select(cure => cure.RestSeconds), Is.EqualTo([1100, 110]));
    }

    [Test]
    public void A_service_is_busy_while_it_is_asked_however_idle_it_is_afterwards()
    {
        var windows = Explain(Door).Windows;

        // 100 passages of 10 s one after the other, of 5,020 s; places from the first passage to the end, two at work but
        // for the second place in the first 10 s and the first place in the last 10
        var (door, places) = (windows[0], windows[1]);
        Assert.Multiple(() =>
        {
            Assert.That((door.FromSeconds, door.ToSeconds, door.Utilisation), Is.EqualTo((0.0, 1000.0, 1.0)));
            Assert.That((places.FromSeconds, places.ToSeconds), Is.EqualTo((10.0, 5020.0)));
            Assert.That(places.Utilisation, Is.EqualTo(100 * 100 / (2 * 5010.0)).Within(1e-12));
        });
    }

    [Test]
    public void The_story_goes_from_the_first_wait_to_the_end_without_a_gap()
    {
        var path = Explain(Door).Path;

        // the last node passes the door as the 100th and is admitted at 20 + 49 * 100
        Assert.That(
            path.Select(stretch => (stretch.Who, stretch.Step, stretch.Cause, stretch.StartSeconds, stretch.Seconds)),
            Is.EqualTo([
                ("node 99", "enter", "door", 0.0, 990.0),
                ("node 99", "enter", "work", 990.0, 10.0),
                ("node 99", "admit", "rollout.limit", 1000.0, 3920.0),
                ("node 99", "work", "work", 4920.0, 100.0),
            ])
        );
    }

    [Test]
    public void Where_two_limits_hide_each_other_removals_show_nothing_and_shares_show_both()
    {
        var result = Explain(
            """
            schema: 1
            name: twins
            cluster: { nodes: 10 }
            services: { bench: { station: { servers: 1 } } }
            update: { steps: { work: { takes: 100 s, uses: bench } } }
            rollout: { limit: { max-unavailable: 1 } }
            """
        );

        Assert.That(result.Factors.Select(factor => factor.Removal.Mean), Is.All.Zero);
        Assert.That(result.Factors.Select(factor => factor.Shapley.Mean), Is.All.EqualTo(450));
        var cure = result.Cures[0];
        Assert.That(result.Cures, Has.Count.EqualTo(1));
        Assert.That(cure.Factors, Is.EqualTo(["rollout.limit", "bench"]));
        Assert.That(cure.RestSeconds, Is.EqualTo(100));
    }

    [Test]
    public void Adding_a_server_that_makes_it_slower_is_told_as_such()
    {
        var result = Explain(Samples.Graham);

        // R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969: 12 s with 3 servers, 15 s with 4
        var servers = result.Elasticities[0];
        Assert.Multiple(() =>
        {
            Assert.That(result.Makespan.Mean, Is.EqualTo(12));
            Assert.That((servers.Low, servers.High), Is.EqualTo(("3", "4")));
            Assert.That(servers.Value?.Mean, Is.EqualTo(Math.Log(15 / 12.0) / Math.Log(4 / 3.0)).Within(1e-12));
            Assert.That(servers.IsRetrograde);
        });
    }

    [Test]
    public void Elasticity_of_a_rate_that_is_all_that_matters_is_minus_one()
    {
        var result = Explain(
            """
            schema: 1
            name: calls
            cluster: { nodes: 1001 }
            services: { api: { token-bucket: { rate: 1/s, burst: 1 } } }
            update: { steps: { call: { calls: { api: 1 } } } }
            """
        );

        // T = (1001 - 1) / r
        var rate = result.Elasticities[0];
        Assert.That(rate.Lever.Path, Is.EqualTo("services.api.token-bucket.rate"));
        Assert.That((rate.Low, rate.High), Is.EqualTo(("1/s", "1.1/s")));
        Assert.That(rate.Value?.Mean, Is.EqualTo(-1).Within(1e-6));
        Assert.That(rate.Value?.HalfWidth, Is.Zero);
    }

    [Test]
    public void Many_factors_are_sampled_with_an_error_and_idle_ones_are_one_player()
    {
        var names = string.Join(", ", Enumerable.Range(0, 7).Select(index => $"s{index}"));
        var stations = Enumerable.Range(0, 7).Select(index => $"  s{index}: {{ station: {{ servers: 1 }} }}");
        var result = Explain(
            $$"""
            schema: 1
            name: seven
            cluster: { nodes: 10 }
            services:
            {{string.Join('\n', stations)}}
              idle: { station: { servers: 10 } }
              vacant: { station: { servers: 20 } }
            update: { steps: { work: { takes: 100 s, uses: [{{names}}, idle, vacant] } } }
            """
        );

        // any one of the seven holds 10 nodes up for 900 s: equal shares, known to the error of sampling
        var seven = result.Factors.Where(factor => factor.Kind == "station").ToList();
        var group = result.Factors.First(factor => factor.Kind == "group");
        Assert.Multiple(() =>
        {
            Assert.That(result.IsExact, Is.False);
            Assert.That(group.Name, Is.EqualTo("idle, vacant"));
            Assert.That(group.Shapley.Mean, Is.Zero);
            Assert.That(seven, Has.Count.EqualTo(7));
            Assert.That(seven.Sum(factor => factor.Shapley.Mean), Is.EqualTo(900).Within(1e-9));
            Assert.That(seven.TrueForAll(own => own.SamplingError > 0));
            Assert.That(seven.TrueForAll(own => Math.Abs(own.Shapley.Mean - (900 / 7.0)) < 4 * own.SamplingError));
        });
    }

    [Test]
    public void Failures_and_barriers_are_factors_with_a_removed_state_of_their_own()
    {
        var result = Explain(
            """
            schema: 1
            name: batches
            cluster: { nodes: 4 }
            update:
              steps:
                work: { takes: { uniform: { min: 50 s, max: 150 s } }, fails: 50 %, retry: { limit: 5 } }
            rollout: { admission: batch, limit: { max-unavailable: 2 } }
            """
        );

        Assert.That(
            result.Factors.Select(factor => factor.Name),
            Is.EquivalentTo(["failures", "rollout.limit", "barriers"])
        );
        Assert.That(result.Factors.Sum(factor => factor.Shapley.Mean), Is.EqualTo(result.Excess).Within(1e-9));
        Assert.That(result.Factors.Single(factor => factor.Name == "barriers").Alone.Mean, Is.Zero);
    }

    [Test]
    public void Threads_change_nothing()
    {
        const string text = """
            schema: 1
            name: drawn
            cluster: { nodes: 50 }
            services: { s: { station: { servers: 3 } } }
            update: { steps: { work: { takes: { exponential: { mean: 60 s } }, uses: s } } }
            rollout: { limit: { max-unavailable: 4 } }
            """;

        var (one, three) = (Explain(text, threads: 1), Explain(text, threads: 3));

        Assert.That(three.Factors, Is.EqualTo(one.Factors));
        Assert.That(three.Elasticities.Select(row => row.Value), Is.EqualTo(one.Elasticities.Select(row => row.Value)));
    }

    private static AttributionResult Explain(string text, int threads = 2)
    {
        var scenario = ScenarioFile.Parse(text, "test.yaml", ".");
        var options = new StudyOptions { Threads = threads, Replications = 30 };
        return ExplainStudy.Run(scenario, options, new Silent(), CancellationToken.None).Attribution;
    }
}
