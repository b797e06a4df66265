using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Tests.Studies;

namespace Simulator.Experiments.Tests.Elicitation;

/// <summary>What answers amount to, on scenarios whose times are sums.</summary>
public sealed class ElicitStudyTests
{
    private const string Head = "question,unit,expert,p10,p50,p90,min,mode,max,confidence\n";

    /// <summary>One node, two steps, no limit: T = T_inf = first + second.</summary>
    private const string Sum = """
        schema: 1
        name: sum
        seed: 7
        cluster: { nodes: 1 }
        update: { steps: { first: { takes: 100 s }, second: { takes: 100 s } } }
        rollout: { admission: window, limit: { max-unavailable: 1 nodes } }
        """;

    private const string Law = """
        schema: 1
        name: law
        seed: 7
        cluster: { nodes: 20 }
        update: { steps: { only: { takes: { lognormal: { median: 100 s, p90: 200 s } } } } }
        rollout: { admission: window, limit: { max-unavailable: 5 nodes } }
        """;

    [Test]
    public void Shares_mean_and_variance_of_a_sum_are_those_of_its_parts()
    {
        // triangles (0, 100, 200) and (50, 100, 150): variances 200^2/24 and 100^2/24, so 80 % and 20 % of 2083.3
        var found = Study(Sum, "first.takes,s,Ana,,,,0,100,200,", "second.takes,s,Ana,,,,50,100,150,");

        Assert.Multiple(() =>
        {
            Assert.That(found.Floor.Variance.Chance, Is.EqualTo(0).Within(1e-9));
            Assert.That(found.Floor.Variance.UnknownShare, Is.EqualTo(1).Within(1e-12));
            Assert.That(found.Floor.Variance.Unknown, Is.EqualTo(50_000 / 24.0).Within(8).Percent);
            Assert.That(found.Floor.Variance.Mean, Is.EqualTo(200).Within(4 * found.Floor.Variance.StandardError));
            Assert.That(found.Values[0].Questions[0].Question.Path, Is.EqualTo("update.steps.first.takes"));
            Assert.That(found.Values[0].OfFloor!.Value, Is.EqualTo(0.8).Within(0.03));
            Assert.That(found.Values[1].OfFloor!.Value, Is.EqualTo(0.2).Within(0.05));
            Assert.That(found.Time!.Means, Is.EqualTo(found.Floor.Means).Within(1e-9));
        });
    }

    [Test]
    public void The_tornado_moves_one_answer_and_leaves_the_others_in_the_middle()
    {
        var found = Study(Sum, "first.takes,s,Ana,90,100,130,,,,", "second.takes,s,Ana,40,50,60,,,,");

        Assert.That(found.AtMiddle.Floor, Is.EqualTo(150).Within(1e-3));
        Assert.That(found.Values[0].AtLow!.Floor, Is.EqualTo(140).Within(1e-3));
        Assert.That(found.Values[0].AtHigh!.Floor, Is.EqualTo(180).Within(1e-3));
        Assert.That(found.Values[1].AtLow!.Time, Is.EqualTo(140).Within(1e-3));
        Assert.That(found.Values[1].AtHigh!.Time, Is.EqualTo(160).Within(1e-3));
    }

    [Test]
    public void What_is_certain_leaves_chance_alone()
    {
        var found = Study(Law, "only.takes.lognormal.median,s,Ana,100,100,100,,,,");

        Assert.That(found.Floor.Variance.Unknown, Is.EqualTo(0).Within(1e-9));
        Assert.That(found.Floor.Variance.Chance, Is.GreaterThan(0));
        Assert.That(found.Values[0].OfFloor, Is.Null);
    }

    [Test]
    public void An_answer_about_the_median_moves_the_law_and_keeps_its_shape()
    {
        var found = Study(Law, "only.takes.lognormal.median,s,Ana,150,150,150,,,,");

        Assert.That(
            found.Changes,
            Is.EqualTo([
                ("update.steps.only.takes.lognormal.median", "150 s"),
                ("update.steps.only.takes.lognormal.p90", "300 s"),
            ])
        );
    }

    [Test]
    public void Times_of_one_law_share_their_rank_and_are_one_thing_to_ask_about()
    {
        var found = Study(
            Law,
            "only.takes.lognormal.median,s,Ana,90,100,120,,,,",
            "only.takes.lognormal.p90,s,Ana,150,200,300,,,,"
        );

        Assert.That(found.Values, Has.Count.EqualTo(1));
        Assert.That(found.Values[0].Questions, Has.Count.EqualTo(2));
        var sorted = found.Draws.OrderBy(draw => draw[0]).Select(draw => draw[1]).ToList();
        Assert.That(sorted, Is.Ordered);
    }

    [Test]
    public void Draws_that_contradict_themselves_are_drawn_again_and_counted()
    {
        // the pools overlap: at low ranks P90 (a law about 100 s wide) falls below the median
        var found = Study(
            Law,
            "only.takes.lognormal.median,s,Ana,90,100,110,,,,",
            "only.takes.lognormal.p90,s,Ana,60,200,300,,,,"
        );

        Assert.That(found.Redrawn, Is.Positive);
        Assert.That(found.RedrawnBecause, Does.Contain("p90"));
        Assert.That(found.Draws.Select(draw => draw[1] - draw[0]), Is.All.Positive);
    }

    [Test]
    public void Answers_that_make_no_scenario_at_all_are_refused() =>
        Assert.That(
            () =>
                Study(
                    Law,
                    "only.takes.lognormal.median,s,Ana,400,500,600,,,,",
                    "only.takes.lognormal.p90,s,Ana,100,200,300,,,,"
                ),
            Throws.TypeOf<ElicitException>().With.Message.Contains("make no scenario together")
        );

    [Test]
    public void Experts_who_exclude_each_other_or_are_too_sure_are_named()
    {
        var found = Study(
            Sum,
            "first.takes,s,Ana,90,100,110,,,,",
            "first.takes,s,Ben,150,200,300,,,,",
            "first.takes,s,Chen,80,180,320,,,,"
        );

        var pairs = found.Pooled[0].Contradictions.Select(pair => (pair.Below.Expert, pair.Above.Expert));
        Assert.That(pairs, Is.EqualTo([("Ana", "Ben")]));
        Assert.That(found.Pooled[0].Answers.Select(found.Pooled[0].IsNarrow), Is.EqualTo([true, false, false]));
        // Ana holds neither 200 nor 180; Ben holds 180 and not 100; Chen holds both
        Assert.That(found.Experts.Select(expert => (expert.Held, expert.Others)), Is.EqualTo([(0, 2), (1, 2), (2, 2)]));
        Assert.That(found.Experts.Select(expert => expert.IsOverconfident), Is.EqualTo([true, false, false]));
    }

    [Test]
    public void Weights_by_confidence_move_the_pool_towards_the_surer_expert()
    {
        string[] rows = ["first.takes,s,Ana,90,100,110,,,,90", "first.takes,s,Ben,290,300,310,,,,10"];

        var equal = Study(Sum, new ElicitTerms { Draws = 50 }, 1, rows);
        var weighted = Study(Sum, new ElicitTerms { Draws = 50, IsWeighted = true }, 1, rows);

        Assert.That(equal.Pooled[0].Pool.Cdf(200), Is.EqualTo(0.5).Within(1e-9));
        Assert.That(weighted.Pooled[0].Pool.Cdf(200), Is.EqualTo(0.9).Within(1e-9));
        Assert.That(weighted.Hash, Is.Not.EqualTo(equal.Hash));
    }

    [Test]
    public void Threads_and_the_order_of_rows_change_nothing()
    {
        const string one = "only.takes.lognormal.median,s,Ana,90,100,120,,,,";
        const string two = "only.takes.lognormal.median,s,Ben,80,110,130,,,,";
        var terms = new ElicitTerms { Draws = 50 };

        var alone = Study(Law, terms, 1, one, two);
        var together = Study(Law, terms, 3, two, one);

        Assert.That(together.Floor.Means, Is.EqualTo(alone.Floor.Means));
        Assert.That(together.Time!.Means, Is.EqualTo(alone.Time!.Means));
        Assert.That(together.Hash, Is.EqualTo(alone.Hash));
    }

    [Test]
    public void More_replications_take_nothing_off_what_is_unknown()
    {
        // what is unknown is the same with 4 and with 32 replications but for the error of its estimate; chance is not in it
        const string row = "only.takes.lognormal.median,s,Ana,90,100,115,,,,";
        var terms = new ElicitTerms { Draws = 400 };

        var few = Study(Law, terms, 1, 4, row);
        var many = Study(Law, terms, 1, 32, row);

        Assert.That(few.Floor.Variance.Unknown, Is.EqualTo(many.Floor.Variance.Unknown).Within(40).Percent);
        Assert.That(few.Draws, Is.EqualTo(many.Draws));
    }

    private static ElicitResult Study(string text, params string[] rows) => Study(text, new ElicitTerms(), 1, 2, rows);

    private static ElicitResult Study(string text, ElicitTerms terms, int threads, params string[] rows) =>
        Study(text, terms, threads, 2, rows);

    private static ElicitResult Study(
        string text,
        ElicitTerms terms,
        int threads,
        int replications,
        params string[] rows
    )
    {
        var scenario = ScenarioFile.Parse("# What?\n" + text, "study.yaml", "");
        var folder = Path.Combine(
            TestContext.CurrentContext.WorkDirectory,
            "elicit",
            TestContext.CurrentContext.Test.ID
        );
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "answers.csv");
        File.WriteAllText(file, Head + string.Concat(rows.Select(row => $"update.steps.{row}\n")));
        var answers = AnswerSet.Read(scenario, [file], usesRest: false);
        var options = new StudyOptions { Threads = threads, Replications = replications };
        return ElicitStudy.Run(scenario, answers, terms, options, new Silent(), CancellationToken.None);
    }
}
