using Simulator.Cluster.Updates;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Floors;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Tests.Studies;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Tests.Floors;

/// <summary>The theoretical O(1) number, and the traps of measuring against the wrong one.</summary>
[TestFixture]
internal sealed class EstimateStudyTests
{
    private static IEnumerable<string> Shipped =>
        Directory
            .GetFiles(Path.Combine(Repository(), "scenarios"), "*.yaml")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Shipped))]
    public void The_floor_of_one_node_is_the_time_of_one_node(string file)
    {
        const int replications = 400;
        var scenario = ScenarioFile.Read(Path.Combine(Repository(), "scenarios", file)).With("cluster.nodes", "1");
        var single = ReferenceTimes.SingleNode(scenario, 1, CancellationToken.None).Mean;

        if (FloorLaw.Of(scenario.Model) is { } law)
        {
            Assert.That(law.Mean(), Is.EqualTo(single).Within(1e-7).Percent);
            return;
        }

        var runs = Replications.First(scenario.Seed, replications, 1, CancellationToken.None);
        var times = runs.Makespans([UpdatePlan.Compile(scenario.Model, PlanOptions.Solo)])[0];
        var mean = times.Average();
        var deviation = Math.Sqrt(times.Sum(time => (time - mean) * (time - mean)) / (replications - 1));
        Assert.That(mean, Is.EqualTo(single).Within((4.5 * deviation / Math.Sqrt(replications)) + (1e-3 * single)));
    }

    [Test]
    public void Two_random_nodes_exceed_one_by_ten_per_cent_and_are_O1_all_the_same()
    {
        // lognormal of cv 0.3: E max of 2 is 17 % above the mean, of 1,000 it is 2.5 times the mean; nothing is shared
        var found = Estimate(
            """
            schema: 1
            name: cv
            cluster: { nodes: 1000 }
            update: { steps: { work: { takes: { lognormal: { mu: 4.562081, sigma: 0.293560, unit: s } } } } }
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(found.Acceptance.Accepted, Is.True, found.Acceptance.Reason);
            Assert.That(found.Study.Horizon?.AgainstTInf?.AllTested, Is.True);
            Assert.That(found.Study.Horizon?.AgainstT1?.LastHolding, Is.EqualTo(1));
            Assert.That(found["t_1"], Is.EqualTo(new FloorFigure("t_1", found["t_1"]!.Seconds, null, null, true)));
            Assert.That(found["t_1"]!.Seconds, Is.EqualTo(100).Within(1e-3));
            Assert.That(found["t_inf"]!.Seconds, Is.EqualTo(250).Within(5));
            Assert.That(
                found.Tails[0].TailSeconds.Mean,
                Is.EqualTo(found["t_inf"]!.Seconds - found["t_1"]!.Seconds).Within(1e-6)
            );
            Assert.That(found.Ceiling, Is.Null);
            Assert.That(found.Unbounded, Is.EqualTo(["work"]));
        });
    }

    [Test]
    public void Waves_of_a_quarter_are_bounded_and_not_O1()
    {
        // T(N) = 4 T_1 at every N: no growth, and four times the floor
        var found = Estimate(
            """
            schema: 1
            name: quarters
            cluster: { nodes: 4000 }
            update: { steps: { work: { takes: 100 s } } }
            rollout: { admission: batch, limit: { max-unavailable: 25 % } }
            sweep: { cluster.nodes: [4, 40, 400] }
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(found.Study.Cells.Select(cell => cell.Nodes), Is.EqualTo([4, 40, 400, 4000]));
            Assert.That(found.Study.Cells.Select(cell => cell.Makespan?.Mean), Is.All.EqualTo(400));
            Assert.That(found.Acceptance.Accepted, Is.False);
            Assert.That(found.Study.Horizon?.AgainstTInf?.LastHolding, Is.Null);
            Assert.That(found.Study.Horizon?.AgainstPlateau?.AllTested, Is.True);
            Assert.That(found.Study.Segments.Select(part => part.Class), Is.EqualTo(["bounded"]));
            Assert.That(found.Ceiling, Is.EqualTo(100));
            Assert.That(found.Tails, Is.Empty);
        });
    }

    [Test]
    public void A_bound_on_a_step_takes_off_the_floor_what_goes_beyond_it()
    {
        // P(900 s) = 0.001: the 99 % quantile is 60 s, so the bound is 60 s and nothing is left to vary
        var found = Estimate(
            """
            schema: 1
            name: rare
            cluster: { nodes: 1000 }
            update:
              steps:
                work: { takes: { mixture: [{ share: 99.9 %, takes: 60 s }, { share: 0.1 %, takes: 900 s }] } }
            """
        );

        var tail = found.Tails[0];
        var floor = 60 + (840 * (1 - Math.Pow(0.999, 1000)));
        Assert.Multiple(() =>
        {
            Assert.That(found["t_inf"]!.Seconds, Is.EqualTo(floor).Within(1e-9).Percent);
            Assert.That(tail.BoundSeconds, Is.EqualTo(60));
            Assert.That(tail.NodesBeyond, Is.EqualTo(1).Within(1e-9));
            Assert.That(tail.SavedSeconds.Mean, Is.EqualTo(floor - 60).Within(1e-9).Percent);
            Assert.That(tail.TailSeconds.Mean, Is.EqualTo(floor - 60.84).Within(1e-9).Percent);
            Assert.That(found.Ceiling, Is.EqualTo(900));
        });
    }

    [Test]
    public void A_bounded_law_has_the_moments_of_what_is_cut()
    {
        var bounded = new Bounded(new Exponential(10), 20);

        // E min(X, b) = m (1 - e^(-b/m)); E min(X, b)^2 = 2 m (m - e^(-b/m) (m + b))
        var mean = 10 * (1 - Math.Exp(-2));
        var square = 20 * (10 - (Math.Exp(-2) * 30));
        Assert.That(bounded.Mean, Is.EqualTo(mean).Within(1e-8).Percent);
        Assert.That(bounded.Variance, Is.EqualTo(square - (mean * mean)).Within(1e-6).Percent);
        Assert.That(bounded.Quantile(0.5), Is.EqualTo(10 * Math.Log(2)).Within(1e-9).Percent);
        Assert.That(bounded.Quantile(0.99), Is.EqualTo(20));
    }

    [Test]
    public void One_replication_gives_a_figure_without_interval_and_no_verdict()
    {
        var scenario = SizeAxis.Of(
            ScenarioFile.Parse(
                """
                schema: 1
                name: once
                cluster: { nodes: 20 }
                services: { s: { station: { servers: 2 } } }
                update: { steps: { work: { takes: { exponential: { mean: 60 s } }, uses: s, poll: { period: 10 s, phase: uniform } } } }
                """,
                "test.yaml",
                "."
            )
        );

        var options = new StudyOptions { Replications = 1 };
        var found = EstimateStudy.Run(scenario, options, new Silent(), CancellationToken.None);

        Assert.That(found.Acceptance.Accepted, Is.Null);
        Assert.That((found["t_inf"]!.Lower, found["t_inf_p95"]!.Seconds), Is.EqualTo(((double?)null, (double?)null)));
        Assert.That(found["t_inf"]!.Seconds, Is.GreaterThan(0));
    }

    private static FloorEstimate Estimate(string text)
    {
        var scenario = SizeAxis.Of(ScenarioFile.Parse(text, "test.yaml", "."));
        return EstimateStudy.Run(scenario, new StudyOptions { Threads = 2 }, new Silent(), CancellationToken.None);
    }

    private static string Repository()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "Simulator.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
