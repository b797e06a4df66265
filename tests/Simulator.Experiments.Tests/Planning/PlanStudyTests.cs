using System.Globalization;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Planning;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Tests.Studies;

namespace Simulator.Experiments.Tests.Planning;

/// <summary>The least changes, on rollouts whose least changes can be computed by hand.</summary>
[TestFixture]
internal sealed class PlanStudyTests
{
    private const string Limit = "rollout.limit.max-unavailable";

    /// <summary>100 nodes take 100 s each, k at a time; 60 benches are in nobody's way up to k = 60.</summary>
    private static string Benches(int window, int benches) =>
        $$"""
            schema: 1
            name: benches
            cluster: { nodes: 100 }
            services: { bench: { station: { servers: {{benches}} } } }
            update: { steps: { work: { takes: 100 s, uses: bench } } }
            rollout: { limit: { max-unavailable: {{window}} } }
            """;

    [Test]
    public void Concurrency_for_a_deadline_is_the_least_that_meets_it()
    {
        var plan = Plan(Benches(10, 100), new PlanGoal { DeadlineSeconds = 350 });

        // ceil(100 / k) 100 s <= 350 s from k = 34 on; the benches are not touched
        Assert.Multiple(() =>
        {
            Assert.That(plan.IsReached);
            Assert.That(plan.Steps.Select(step => (step.Path, step.From, step.To)), Is.EqualTo([(Limit, "10", "34")]));
            Assert.That(plan.Steps[0].GainSeconds, Is.EqualTo(1000 - 300));
            Assert.That(plan.After.Focus.Makespan?.Mean, Is.EqualTo(300));
            Assert.That(plan.Untouched.Select(left => left.Path), Is.EqualTo(["services.bench.station.servers"]));
            Assert.That(plan.Untouched[0].GainSeconds, Is.Zero);
        });
    }

    [Test]
    public void A_limit_hidden_behind_another_is_not_touched_where_that_is_enough()
    {
        // 60 benches: two rounds, 200 s, for k >= 50; the floor is 100 s
        var plan = Plan(Benches(10, 60), new PlanGoal { Within = 1 });

        Assert.That(plan.IsReached);
        Assert.That(plan.Changes, Is.EqualTo([(Limit, "50")]));
    }

    [Test]
    public void What_was_hidden_comes_next_where_it_is_in_the_way_then()
    {
        var plan = Plan(Benches(10, 60), new PlanGoal { Within = 0.1 });

        Assert.Multiple(() =>
        {
            Assert.That(plan.IsReached);
            Assert.That(
                plan.Steps.Select(step => (step.Path, step.To)),
                Is.EqualTo([(Limit, "100"), ("services.bench.station.servers", "100")])
            );
            Assert.That(plan.Steps.Select(step => step.Seconds), Is.EqualTo([200, 100]));
        });
    }

    [Test]
    public void Two_limits_that_hide_each_other_are_raised_together()
    {
        var plan = Plan(Benches(10, 10), new PlanGoal { DeadlineSeconds = 500 });

        Assert.That(plan.IsReached);
        Assert.That(plan.Changes, Is.EquivalentTo([(Limit, "20"), ("services.bench.station.servers", "20")]));
        Assert.That(plan.Steps.Select(step => step.GainSeconds), Is.EqualTo([0, 500]));
    }

    [Test]
    public void A_goal_that_holds_already_asks_for_nothing()
    {
        var plan = Plan(Benches(10, 10), new PlanGoal { DeadlineSeconds = 1000 });

        Assert.That(plan.IsReached);
        Assert.That(plan.Steps, Is.Empty);
        Assert.That(plan.After, Is.SameAs(plan.Before));
    }

    [Test]
    public void A_deadline_below_the_floor_is_told_to_be_out_of_reach_and_approached()
    {
        var plan = Plan(Benches(10, 60), new PlanGoal { DeadlineSeconds = 50 });

        Assert.Multiple(() =>
        {
            Assert.That((plan.IsReachable, plan.IsReached), Is.EqualTo((false, false)));
            Assert.That((plan.BestSeconds, plan.BestFloor), Is.EqualTo((100.0, 100.0)));
            Assert.That(plan.After.Focus.Makespan?.Mean, Is.EqualTo(100));
        });
    }

    [Test]
    public void More_servers_that_make_it_slower_are_not_bought()
    {
        var plan = Plan(Tests.Attribution.Samples.Graham, new PlanGoal { DeadlineSeconds = 11 });

        Assert.That(plan.Steps, Is.Empty);
        Assert.That(plan.IsReached, Is.False);
    }

    [Test]
    public void A_bandwidth_is_raised_to_a_value_that_people_would_write()
    {
        var plan = Plan(
            """
            schema: 1
            name: images
            cluster: { nodes: 1000 }
            services: { images: { link: { bandwidth: 10 Gbit/s, per-node: 1 Gbit/s } } }
            update: { steps: { fetch: { transfer: 1 GB, from: images } } }
            """,
            new PlanGoal { DeadlineSeconds = 60 }
        );

        // 8,000 Gbit in 60 s need 133.3 Gbit/s
        Assert.That(plan.Changes, Is.EqualTo([("services.images.link.bandwidth", "140 Gbit/s")]));
        Assert.That(plan.IsReached);
    }

    [Test]
    public void Numbers_of_a_preset_are_told_to_be_out_of_a_plans_hands()
    {
        var plan = Plan(
            """
            schema: 1
            name: preset
            cluster: { nodes: 20 }
            update: { steps: { work: { takes: 100 s } } }
            rollout: { preset: { eks-managed-node-group: { maxUnavailable: 2 } } }
            """,
            new PlanGoal { Within = 0.1 }
        );

        Assert.That(plan.Steps, Is.Empty);
        Assert.That(plan.Fixed, Is.EqualTo(["rollout.limit"]));
    }

    [Test]
    public void What_is_dear_is_raised_less_where_the_goal_leaves_a_choice()
    {
        // 20 nodes at once until both are raised: either may carry more of the second step
        const string text = """
            schema: 1
            name: choice
            cluster: { nodes: 100 }
            services: { one: { station: { servers: 10 } }, other: { station: { servers: 10 } } }
            update: { steps: { first: { takes: 100 s, uses: one }, second: { takes: 100 s, uses: other } } }
            """;
        const string one = "services.one.station.servers";
        const string other = "services.other.station.servers";
        static PlanTerms Dear(string path) =>
            new() { Prices = new Dictionary<string, double>(StringComparer.Ordinal) { [path] = 5 } };

        var goal = new PlanGoal { DeadlineSeconds = 800 };
        var (first, second) = (Plan(text, goal, Dear(one)), Plan(text, goal, Dear(other)));

        Assert.Multiple(() =>
        {
            Assert.That(first.IsReached && second.IsReached);
            Assert.That(Value(first, one), Is.LessThanOrEqualTo(Value(second, one)));
            Assert.That(Value(second, other), Is.LessThanOrEqualTo(Value(first, other)));
            Assert.That(first.Price, Is.EqualTo(5 * (Value(first, one) - 10)));
            Assert.That(first.Unpriced, Is.EqualTo([other]));
        });
        static int Value(PlanResult plan, string path) =>
            int.Parse(plan.Changes.Single(change => change.Path == path).Value, CultureInfo.InvariantCulture);
    }

    [Test]
    public void Only_what_may_be_raised_is_raised()
    {
        var plan = Plan(Benches(10, 60), new PlanGoal { Within = 0.1 }, new PlanTerms { Only = [Limit] });

        Assert.That((plan.IsReachable, plan.BestSeconds), Is.EqualTo((false, 200.0)));
        Assert.That(plan.Changes, Is.EqualTo([(Limit, "50")]));
    }

    [Test]
    public void A_name_that_is_no_lever_is_refused_with_those_that_are() =>
        Assert.That(
            () => Plan(Benches(10, 60), new PlanGoal { Within = 0.1 }, new PlanTerms { Only = ["cluster.nodes"] }),
            Throws.InstanceOf<PlanException>().With.Message.Contains(Limit)
        );

    [Test]
    public void The_largest_size_within_a_deadline_is_found_by_bisection()
    {
        var scenario = ScenarioFile.Parse(Benches(10, 1000), "test.yaml", ".").With("cluster.nodes", "1000");
        var goal = new PlanGoal { DeadlineSeconds = 450 };

        var sizes = LargestStudy.Run(scenario, goal, new StudyOptions(), CancellationToken.None);

        // 10 at a time for 100 s: 40 nodes in 400 s
        Assert.That(sizes.Last(size => size.Holds).Nodes, Is.EqualTo(40));
        Assert.That(sizes.First(size => !size.Holds).Nodes, Is.EqualTo(41));
    }

    [Test]
    public void A_limit_that_never_bites_has_a_share_and_is_no_advice()
    {
        var scenario = ScenarioFile.Parse(Benches(10, 60), "test.yaml", ".");
        var found = ExplainStudy.Run(scenario, new StudyOptions(), new Silent(), CancellationToken.None);
        var plan = Plan(Benches(10, 60), new PlanGoal { Within = 1 });

        var register = found.Study.Thresholds.Single(row => row.Limit == "bench");
        var share = found.Attribution.Factors.Single(factor => factor.Name == "bench");
        Assert.Multiple(() =>
        {
            Assert.That((register.SeenFrom, register.HiddenBehind), Is.EqualTo(((long?)null, "rollout.limit")));
            // alone two rounds of 60 and 40 instead of one; with the window it adds nothing: half of 100 s
            Assert.That(share.Shapley.Mean, Is.EqualTo(50));
            Assert.That(share.Removal.Mean, Is.Zero);
            Assert.That(plan.Changes.Select(change => change.Path), Is.EqualTo([Limit]));
        });
    }

    [Test]
    public void The_changed_file_reaches_the_goal_when_it_is_run()
    {
        const string text = """
            # How long?
            schema: 1
            name: drawn
            cluster: { nodes: 300 }
            services: { s: { station: { servers: 3 } } } # three of them
            update: { steps: { work: { takes: { exponential: { mean: 60 s } }, uses: s } } }
            rollout: { limit: { max-unavailable: 2 % } }
            """;
        var goal = new PlanGoal { Within = 0.25 };
        var scenario = ScenarioFile.Parse(text, "drawn.yaml", ".");
        var plan = Plan(text, goal);

        var changed = ScenarioText.With(scenario, plan.Changes);
        var study = Simulator.Experiments.Studies.Study.Run(
            "run",
            ScenarioFile.Parse(changed, "drawn.yaml", "."),
            new StudyOptions { Replications = 60 },
            new Silent(),
            CancellationToken.None
        );

        Assert.That(changed, Does.Contain("# three of them"));
        Assert.That(study.Focus.Makespan!.Lower, Is.LessThan(1.25 * study.Focus.TInf));
        Assert.That(plan.Steps, Has.Count.EqualTo(2));
    }

    private static PlanResult Plan(string text, PlanGoal goal, PlanTerms? terms = null) =>
        PlanStudy.Run(
            ScenarioFile.Parse(text, "test.yaml", "."),
            goal,
            terms ?? new PlanTerms(),
            new StudyOptions { Threads = 2 },
            new Silent(),
            CancellationToken.None
        );
}
