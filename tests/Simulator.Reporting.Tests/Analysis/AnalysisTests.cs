using System.Text.Json;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Floors;
using Simulator.Experiments.Planning;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Attribution;
using Simulator.Reporting.Floors;
using Simulator.Reporting.Planning;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Analysis;

/// <summary>What <c>estimate</c>, <c>explain</c> and <c>plan</c> say and write.</summary>
public sealed class AnalysisTests
{
    private const string Text = """
        # How long, and why?
        schema: 1
        name: benches
        cluster: { nodes: 100 }
        services:
          bench: { station: { servers: 60 } }
          spare: { station: { servers: 1 } }
        update: { steps: { work: { takes: 100 s, uses: bench } } }
        rollout: { limit: { max-unavailable: 10 } }
        """;

    private static readonly StudyOptions Options = new() { Threads = 1, Replications = 3 };

    [TestCase("shapley")]
    [TestCase("next")]
    [TestCase("elasticity")]
    [TestCase("path_shares")]
    [TestCase("path")]
    [TestCase("busy")]
    [TestCase("plan")]
    [TestCase("untouched")]
    [TestCase("sizes")]
    [TestCase("floor")]
    [TestCase("tails")]
    [TestCase("acceptance")]
    [TestCase("verdict")]
    public void Every_column_is_described_in_its_order(string name)
    {
        Table[] tables =
        [
            .. AttributionTables.All(Explain(Text).Attribution),
            .. PlanTables.All(Plan(new PlanGoal { Within = 1 })),
            PlanTables.Sizes([]),
            .. FloorTables.All(Estimate(Text)),
        ];

        var table = tables.Single(table => name.Equals(table.Name, StringComparison.Ordinal));

        var described = File.ReadLines(Path.Combine(SourceTree.Root, "docs/reference/outputs.md"))
            .SkipWhile(line => !line.Equals($"## {name}.csv", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);
        Assert.That(described, Is.EqualTo(table.Columns));
    }

    [Test]
    public void An_explanation_says_shares_cures_what_is_hidden_and_the_last_nodes_story()
    {
        var answer = ExplainWords.Answer(Explain(Text));

        Assert.That(
            answer.Skip(1),
            Is.EqualTo([
                "Of the 15 min above the floor, `rollout.limit` has 14 min 10 s (94 %) and `bench` has 50 s (5.6 %).",
                "Cure `rollout.limit`, which saves 13 min 20 s and leaves 3 min 20 s; then `bench`, which saves another"
                    + " 1 min 40 s and leaves 1 min 40 s.",
                "`bench` is hidden: it would cost 1 min 40 s if it were alone, which is why it has a share, but lifting it"
                    + " now saves nothing.",
                "Removals do not add up: lifted one at a time the factors save 13 min 20 s in all, of 15 min; the rest goes"
                    + " only when several are lifted together.",
                "No step uses `spare`: it limits nothing.",
                "In replication 0 node 90 waits 15 min for `rollout.limit`, then takes 1 min 40 s for work; node 90 is the"
                    + " last to be done, after 16 min 40 s.",
            ])
        );
    }

    [Test]
    public void A_server_too_many_is_told_in_words()
    {
        const string graham = """
            schema: 1
            name: graham
            cluster: { nodes: 1 }
            services: { cpu: { station: { servers: 3, discipline: priority } } }
            update:
              steps:
                t1: { takes: 3 s, uses: { cpu: { priority: 1 } }, after: [] }
                t2: { takes: 2 s, uses: { cpu: { priority: 2 } }, after: [] }
                t3: { takes: 2 s, uses: { cpu: { priority: 3 } }, after: [] }
                t4: { takes: 2 s, uses: { cpu: { priority: 4 } }, after: [] }
                t5: { takes: 4 s, uses: { cpu: { priority: 5 } }, after: [t4] }
                t6: { takes: 4 s, uses: { cpu: { priority: 6 } }, after: [t4] }
                t7: { takes: 4 s, uses: { cpu: { priority: 7 } }, after: [t4] }
                t8: { takes: 4 s, uses: { cpu: { priority: 8 } }, after: [t4] }
                t9: { takes: 9 s, uses: { cpu: { priority: 9 } }, after: [t1] }
            """;

        // ln(15 / 12) / ln(4 / 3) = 0.776
        Assert.That(
            ExplainWords.Answer(Explain(graham)),
            Has.Member(
                "More of `services.cpu.station.servers` is slower: from 3 to 4 the time grows by 0.8 % for each per cent added."
            )
        );
    }

    [Test]
    public void A_plan_says_what_to_raise_and_what_to_leave()
    {
        Assert.That(
            PlanWords.Answer(Plan(new PlanGoal { Within = 1 })),
            Is.EqualTo([
                "100 nodes within 100 % of the floor: one change reaches it; 16 min 40 s become 3 min 20 s, and the floor is"
                    + " 1 min 40 s.",
                "1. `rollout.limit.max-unavailable` from 10 to 50 saves 13 min 20 s and leaves 3 min 20 s.",
                "`services.bench.station.servers` stays at 60: it is not in the way.",
                "No step uses `spare`: a plan has nothing to do there.",
                "No prices are given, so all changes count the same; --price PATH=NUMBER gives the price of one more unit.",
            ])
        );
    }

    [Test]
    public void A_goal_below_the_floor_is_told_with_what_is_left()
    {
        var answer = PlanWords.Answer(Plan(new PlanGoal { DeadlineSeconds = 50 }));

        Assert.That(answer[0], Does.Contain("raising limits cannot reach that"));
        Assert.That(answer[1], Does.StartWith("The floor itself is 1 min 40 s, above the deadline"));
        Assert.That(
            answer[2],
            Does.Contain("With every limit as high as it goes it takes 1 min 40 s: 1 min 40 s of floor.")
        );
    }

    [TestCase(80)]
    [TestCase(160)]
    public void Texts_fit_their_width_and_hold_no_number_that_is_none(int width)
    {
        var explanation = Explain(Text);
        var plan = Plan(new PlanGoal { Within = 0.1 });
        var estimate = Estimate(Text);
        using var writer = new StringWriter { NewLine = "\n" };
        var layout = new TextLayout(width);

        ExplainText.Write(
            explanation with
            {
                Study = explanation.Study with { Answer = ExplainWords.Answer(explanation) },
            },
            writer,
            layout
        );
        PlanText.Write(plan with { Before = plan.Before with { Answer = PlanWords.Answer(plan) } }, writer, layout);
        FloorText.Write(
            estimate with
            {
                Study = estimate.Study with { Answer = FloorWords.Answer(estimate) },
            },
            writer,
            layout
        );

        var text = writer.ToString();
        Assert.That(text.Split('\n'), Has.All.Length.LessThanOrEqualTo(width));
        Assert.That(text, Does.Not.Contain("NaN").And.Not.Contain("∞"));
    }

    [Test]
    public void The_json_object_of_an_explanation_holds_its_tables()
    {
        using var stream = new MemoryStream();
        ExplainFolder.WriteJson(Explain(Text), stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.That(json.RootElement.GetProperty("command").GetString(), Is.EqualTo("explain"));
        Assert.That(json.RootElement.GetProperty("shapley").GetArrayLength(), Is.EqualTo(3));
        Assert.That(json.RootElement.GetProperty("path").GetArrayLength(), Is.EqualTo(2));
    }

    private static Explanation Explain(string text) =>
        ExplainStudy.Run(ScenarioFile.Parse(text, "test.yaml", "."), Options, new Nobody(), CancellationToken.None);

    private static PlanResult Plan(PlanGoal goal) =>
        PlanStudy.Run(
            ScenarioFile.Parse(Text, "test.yaml", "."),
            goal,
            new PlanTerms(),
            Options,
            new Nobody(),
            CancellationToken.None
        );

    private static FloorEstimate Estimate(string text) =>
        EstimateStudy.Run(
            SizeAxis.Of(ScenarioFile.Parse(text, "test.yaml", ".")),
            Options,
            new Nobody(),
            CancellationToken.None
        );
}
