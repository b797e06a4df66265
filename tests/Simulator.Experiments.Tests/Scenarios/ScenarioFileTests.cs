using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>A file becomes a scenario whose parts are the model's own specs.</summary>
public sealed class ScenarioFileTests
{
    [Test]
    public void The_least_file_is_a_scenario_with_all_defaults()
    {
        var scenario = Samples.Read(Samples.Least);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Name, Is.EqualTo("least"));
            Assert.That(scenario.Question, Is.Null);
            Assert.That(scenario.Seed, Is.EqualTo(1));
            Assert.That(
                scenario.Model.Cluster,
                Is.EqualTo(new ClusterSpec { Nodes = 10, Topology = scenario.Model.Cluster.Topology })
            );
            Assert.That(scenario.Model.Cluster.Topology, Is.Empty);
            Assert.That(scenario.Model.Services, Is.Empty);
            Assert.That(scenario.Model.Rollout, Is.EqualTo(RolloutSpec.AllAtOnce));
            Assert.That(scenario.Goals, Is.EqualTo(new Goals()));
            Assert.That(scenario.Sweep.Axes, Is.Empty);
            Assert.That(scenario.Sweep.Cells, Is.EqualTo(1));
            Assert.That(LawOf(scenario, 0), Is.EqualTo(new Constant(300)));
        }
    }

    [Test]
    public void The_head_of_a_full_file_is_read()
    {
        var scenario = Samples.Read(Samples.Full);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                scenario.Question,
                Is.EqualTo("How long does a firmware bundle take on 18k nodes of GB200 racks?")
            );
            Assert.That(scenario.Name, Is.EqualTo("rack-firmware"));
            Assert.That(scenario.Seed, Is.EqualTo(20261123));
            Assert.That(scenario.Text, Is.EqualTo(Samples.Full));
            Assert.That(scenario.Model.Cluster.Nodes, Is.EqualTo(18432));
            Assert.That(scenario.Model.Cluster.GpusPerNode, Is.EqualTo(4));
            Assert.That(
                scenario.Model.Cluster.Topology,
                Is.EqualTo([new TopologyLevel("rack", 18), new TopologyLevel("row", 16)])
            );
            Assert.That(
                scenario.Goals,
                Is.EqualTo(
                    new Goals
                    {
                        Deviation = 0.2,
                        Deadline = new SimTime(8 * 3600 * SimTime.NanosecondsPerSecond),
                        Precision = 0.01,
                        Confidence = 0.9,
                        ShareVerified = 0.95,
                    }
                )
            );
        }
    }

    [Test]
    public void The_services_of_a_full_file_are_the_model_s_own_specs()
    {
        var services = Samples.Read(Samples.Full).Model.Services;

        ServiceSpec[] expected =
        [
            new LinkSpec
            {
                Name = "artifacts",
                Bandwidth = new DataRate(100_000_000_000),
                PerNode = new DataRate(1_000_000_000),
            },
            new StationSpec
            {
                Name = "uploads",
                Per = "row",
                Servers = 64,
                Discipline = Discipline.Priority,
            },
            new TokenBucketSpec
            {
                Name = "api",
                Rate = Frequency.FromPerSecond(20),
                Burst = 30,
                WhenEmpty = WhenEmpty.Reject,
                Retry = new Backoff
                {
                    Delay = Seconds(1),
                    Factor = 2,
                    Cap = Seconds(60),
                    Jitter = 0.5,
                    Limit = 8,
                },
            },
            new BudgetSpec
            {
                Name = "power",
                Per = "rack",
                Capacity = new Amount(2_000_000_000, Dimension.Power),
            },
            new StationSpec { Name = "approvals", Servers = 2 },
        ];
        Assert.That(services, Is.EqualTo(expected));
    }

    [Test]
    public void The_steps_of_a_full_file_are_the_model_s_own_specs()
    {
        var scenario = Samples.Read(Samples.Full);
        var steps = scenario.Model.Update.Steps;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                steps.Select(step => $"{step.Name} {step.Per} {step.InService} {step.After is null}"),
                Is.EqualTo([
                    "stage node True True",
                    "approve cluster False True",
                    "drain node False True",
                    "flash node False True",
                    "switches rack False False",
                    "reboot node False True",
                    "verify node False True",
                ])
            );
            Assert.That(steps[0].Transfer, Is.EqualTo(new TransferSpec(new DataSize(9_600_000_000), "artifacts")));
            Assert.That(steps[0].Uses, Is.EqualTo([new UseSpec("uploads", 3)]));
            Assert.That(steps[0].Takes, Is.Null);
            Assert.That(LawOf(scenario, 1), Is.EqualTo(new Constant(1200)));
            Assert.That(steps[1].Uses, Is.EqualTo([new UseSpec("approvals")]));
            Assert.That(LawOf(scenario, 2), Is.EqualTo(Lognormal.FromMedianAndQuantile(240, 0.9, 900)));
            Assert.That(steps[2].Calls, Is.EqualTo([new CallSpec("api", 7)]));
            Assert.That(
                steps[2].Needs,
                Is.EqualTo([new NeedSpec("power", new Amount(8_000_000, Dimension.Power), "verify")])
            );
            Assert.That(LawOf(scenario, 3), Is.EqualTo(new Lognormal(1.5 + Elementary.Log(60), 0.25)));
            Assert.That(steps[3].Fails, Is.EqualTo(new FailureSpec(0.004, Detection.AtTimeOut, Seconds(1800))));
            Assert.That(steps[3].Retry, Is.EqualTo(new RetrySpec(2, new Backoff { Delay = Seconds(600) })));
            Assert.That(((DurationSpec.Listed)steps[4].Takes!).Seconds, Is.EqualTo([1200, 1290]));
            Assert.That(steps[4].After, Is.EqualTo(["flash"]));
            Assert.That(LawOf(scenario, 5).Mean, Is.EqualTo((0.97 * 300) + (0.03 * 2400)).Within(1e-9));
            Assert.That(steps[5].Fails, Is.EqualTo(new FailureSpec(0.01)));
            Assert.That(steps[5].Needs, Is.EqualTo([new NeedSpec("power", new Amount(8_000_000, Dimension.Power))]));
            Assert.That(steps[6].Poll, Is.EqualTo(new PollSpec(Seconds(30), HasUniformPhase: true)));
        }
    }

    [Test]
    public void The_rollout_and_the_sweep_of_a_full_file_are_read()
    {
        var scenario = Samples.Read(Samples.Full);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Model.Rollout.Admission, Is.EqualTo(Admission.Window));
            Assert.That(scenario.Model.Rollout.Unit, Is.EqualTo("rack"));
            Assert.That(
                scenario.Model.Rollout.Limit,
                Is.EqualTo(
                    new LimitSpec
                    {
                        MaxUnavailable = Quota.OfShare(0.25m),
                        Rounding = Rounding.Up,
                        Floor = 18,
                        Cap = 900,
                    }
                )
            );
            Assert.That(
                scenario.Sweep.Axes.Select(axis => (axis.Path, axis.Scale)),
                Is.EqualTo([("cluster.nodes", AxisScale.Log), ("rollout.limit.max-unavailable", AxisScale.Listed)])
            );
            Assert.That(scenario.Sweep.Axes[0].Values, Has.Count.EqualTo(14));
            Assert.That(scenario.Sweep.Axes[0].Values[0], Is.EqualTo("18"));
            Assert.That(scenario.Sweep.Axes[0].Values[^1], Is.EqualTo("131072"));
            Assert.That(scenario.Sweep.Axes[1].Values, Is.EqualTo(["1 %", "100 nodes"]));
            Assert.That(scenario.Sweep.Cells, Is.EqualTo(28));
        }
    }

    [Test]
    public void Waves_bake_and_units_are_read()
    {
        var scenario = Samples.Read(
            Samples.Least.Replace("nodes: 10", "nodes: 10, topology: { rack: 2 nodes }", StringComparison.Ordinal)
                + "\nrollout: { admission: waves, unit: rack, waves: [1, 3 racks, 2 nodes, 50 %], bake: 1 h 30 min }\n"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                scenario.Model.Rollout.Waves,
                Is.EqualTo([Quota.OfNodes(1), Quota.OfUnits(3), Quota.OfNodes(2), Quota.OfShare(0.5m)])
            );
            Assert.That(scenario.Model.Rollout.Bake, Is.EqualTo(Seconds(5400)));
        }
    }

    [TestCase("{ uniform: { min: 1 s, max: 3 s } }", 2.0)]
    [TestCase("{ exponential: { mean: 5 min } }", 300.0)]
    [TestCase("{ gamma: { mean: 20 min, cv: 0.5 } }", 1200.0)]
    [TestCase("{ gamma: { shape: 4, scale: 30 s } }", 120.0)]
    [TestCase("{ weibull: { shape: 1, scale: 1 h } }", 3600.0)]
    [TestCase("{ triangular: { min: 1 s, mode: 2 s, max: 6 s } }", 3.0)]
    [TestCase("{ pert: { min: 1 s, mode: 2 s, max: 9 s } }", 3.0)] // (1 + 4·2 + 9) / 6
    [TestCase("{ pareto: { shape: 3, scale: 2 s } }", 3.0)] // 3·2 / (3 - 1)
    [TestCase("{ shifted: { by: 5 s, takes: { exponential: { mean: 2 s } } } }", 7.0)]
    [TestCase("{ lognormal: { mu: 0, sigma: 0.000001, unit: h } }", 3600.0)]
    [TestCase("0 s", 0.0)]
    public void Every_law_has_the_mean_that_it_says(string law, double mean)
    {
        var scenario = Samples.Read(Samples.Least.Replace("5 min", law, StringComparison.Ordinal));

        Assert.That(LawOf(scenario, 0).Mean, Is.EqualTo(mean).Within(1e-6 * Math.Max(1, mean)));
    }

    [TestCase("# vim: set ts=2:\n# yaml-language-server: $schema=x\n\n#\n# Why?\n", "Why?")]
    [TestCase("schema: 1 # not this one\n#   This one. \n", "This one.")]
    public void The_question_is_the_first_comment_line_that_is_not_for_an_editor(string head, string question)
    {
        var body = head.Contains("schema: 1", StringComparison.Ordinal)
            ? Samples.Least.Replace("schema: 1", "", StringComparison.Ordinal)
            : Samples.Least;

        Assert.That(Samples.Read(head + body).Question, Is.EqualTo(question));
    }

    private static SimTime Seconds(long seconds) => new(seconds * SimTime.NanosecondsPerSecond);

    private static Distribution LawOf(Scenario scenario, int step) =>
        ((DurationSpec.Drawn)scenario.Model.Update.Steps[step].Takes!).Law;
}
