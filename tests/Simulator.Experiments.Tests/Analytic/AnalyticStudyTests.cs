using Simulator.Experiments.Analytic;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Analytic;

/// <summary>Mean values where they are known by hand, at sizes that no run reaches, and what is refused.</summary>
public sealed class AnalyticStudyTests
{
    private const int Most = AnalyticStudy.MostNodes;

    [TestCase("rollout: { admission: window, limit: { max-unavailable: 10 nodes } }", 1_000, 10_000)]
    [TestCase("rollout: { admission: window, limit: { max-unavailable: 10 nodes } }", 1_001, 10_100)]
    [TestCase("rollout: { admission: batch, limit: { max-unavailable: 33 %, cap: 100 } }", 400, 400)]
    [TestCase("rollout: { admission: batch, limit: { max-unavailable: 33 %, cap: 100 } }", 401, 500)]
    [TestCase("rollout: { admission: waves, waves: [1 %, 10 %, 100 %], bake: 30 s }", 1_000, 360)]
    [TestCase("rollout: { admission: window, limit: { max-unavailable: 1 nodes } }", Most, 1e11)]
    public void Constant_steps_are_counted(string rollout, int nodes, double seconds)
    {
        var cell = Answer($"update: {{ steps: {{ work: {{ takes: 100 s }} }} }}\n{rollout}", nodes);

        Assert.That(cell.Mean, Is.EqualTo(seconds).Within(0.4).Percent);
        Assert.That(cell.TInf, Is.EqualTo(100).Within(0.2).Percent);
    }

    [Test]
    public void A_bucket_grants_the_last_call_at_calls_less_burst_over_the_rate()
    {
        const string text = """
            services: { api: { token-bucket: { rate: 5/s, burst: 10 } } }
            update: { steps: { ask: { takes: 1 s, calls: { api: 4 } } } }
            """;

        // (4,000,000 - 10) / 5 and the step itself
        Assert.That(Answer(text, 1_000_000).Mean, Is.EqualTo(799_999).Within(0.2).Percent);
    }

    [Test]
    public void A_link_takes_all_bytes_over_its_rate_and_a_flow_alone_its_own()
    {
        const string text = """
            services: { images: { link: { bandwidth: 10 Gbit/s, per-node: 1 Gbit/s } } }
            update: { steps: { fetch: { transfer: 1 GB, from: images } } }
            """;

        Assert.That(Answer(text, 1_000).Mean, Is.EqualTo(800).Within(0.5).Percent);
        Assert.That(Answer(text, 5).Mean, Is.EqualTo(8).Within(0.5).Percent);
    }

    [TestCase(1)]
    [TestCase(1_000)]
    [TestCase(Most)]
    public void The_slowest_of_n_exponential_nodes_takes_a_harmonic_number_of_means(int nodes)
    {
        // H_N = psi(N + 1) + gamma
        var harmonic = MathNet.Numerics.SpecialFunctions.Harmonic(nodes);

        var cell = Answer("update: { steps: { work: { takes: { exponential: { mean: 60 s } } } } }", nodes);

        Assert.That(cell.Mean, Is.EqualTo(60 * harmonic).Within(1).Percent);
        Assert.That(cell.BoundBy, Is.Null);
    }

    [TestCase(100, 16.9)]
    [TestCase(1_000, 54.9)]
    public void Looks_that_were_taken_leave_gaps_that_grow(int units, double idle)
    {
        // period 2, one place: a simulation of points taken from a circle, 4,000 and 400 runs; uniform looks would give 8.4 and 13
        var computed = PolledGaps.Seconds(period: 2, places: 1, units) - (2.0 / (units + 1));

        Assert.That(computed, Is.EqualTo(idle).Within(7).Percent);
    }

    [TestCase(
        "services: { desk: { station: { servers: 2, open: [Mon-Fri 09:00-12:00] } } }",
        "services.desk.station.open"
    )]
    [TestCase(
        "services: { desk: { station: { servers: 2, queue: 4, retry: { backoff: 1 min } } } }",
        "services.desk.station.queue"
    )]
    public void What_has_no_mean_value_is_refused_by_its_key(string services, string key)
    {
        var text = $"{services}\nupdate: {{ steps: {{ work: {{ takes: 60 s, uses: desk }} }} }}";

        var refusal = Assert.Throws<AnalyticException>(() => Answer(text, 10))!;

        Assert.That(refusal.Path, Does.StartWith(key));
        Assert.That(refusal.Message, Does.Contain("Without --engine it is simulated"));
    }

    private static AnalyticCell Answer(string text, int nodes)
    {
        var scenario = ScenarioFile.Parse($"schema: 1\nname: one\ncluster: {{ nodes: 1 }}\n{text}\n", "one.yaml", "");
        return AnalyticStudy.Run("run", scenario, [nodes]).Cells[0];
    }
}
