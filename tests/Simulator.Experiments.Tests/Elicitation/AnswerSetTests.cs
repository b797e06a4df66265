using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Elicitation;

/// <summary>What is asked, and which answers are taken.</summary>
public sealed class AnswerSetTests
{
    private const string Head = "question,unit,expert,p10,p50,p90,min,mode,max,confidence,source\n";
    private const string Drain = "update.steps.drain.takes.lognormal.median";

    private static Scenario Scenario { get; } =
        ScenarioFile.Parse(
            """
            # What is asked?
            schema: 1
            name: asked
            seed: 1
            cluster: { nodes: 40, topology: { rack: 4 nodes } }
            services:
              api: { token-bucket: { rate: 20/s, burst: 30 } }
              power: { budget: { capacity: 2 MW } }
              slots: { station: { servers: 4 } }
            update:
              steps:
                drain: { takes: { lognormal: { median: 4 min, p90: 15 min } }, calls: { api: 7 }, needs: { power: 8 kW } }
                flash: { takes: { mixture: [{ share: 90 %, takes: 11 min 30 s }, { share: 10 %, takes: 1 h }] }, fails: 0.4 %, uses: slots }
            rollout: { admission: window, limit: { max-unavailable: 25 % } }
            """,
            "asked.yaml",
            ""
        );

    [Test]
    public void Every_number_of_steps_services_and_rollout_is_a_question_in_its_own_unit()
    {
        var questions = QuestionSet.Of(Scenario);

        Assert.That(
            questions.Select(question => $"{question.Path} = {question.Current:0.###} {question.Unit}".TrimEnd()),
            Is.EqualTo([
                "services.api.token-bucket.rate = 20 /s",
                "services.api.token-bucket.burst = 30",
                "services.power.budget.capacity = 2 MW",
                "services.slots.station.servers = 4",
                "update.steps.drain.takes.lognormal.median = 4 min",
                "update.steps.drain.takes.lognormal.p90 = 15 min",
                "update.steps.drain.calls.api = 7",
                "update.steps.drain.needs.power = 8 kW",
                "update.steps.flash.takes.mixture[0].takes = 11.5 min",
                "update.steps.flash.takes.mixture[1].takes = 1 h",
                "update.steps.flash.fails = 0.4 %",
                "rollout.limit.max-unavailable = 25 %",
            ])
        );
    }

    [Test]
    public void Every_question_writes_a_text_that_the_scenario_takes()
    {
        var questions = QuestionSet.Of(Scenario);

        var changed = Scenario.With([.. questions.Select(own => (own.Path, own.Text(own.Current)))]);

        Assert.That(changed.Hash, Is.EqualTo(Scenario.Hash));
    }

    [Test]
    public void An_answer_may_use_another_unit_of_its_kind_in_the_row_or_in_the_cell()
    {
        var answers = Read(
            $"{Drain},s,Ana,180,240,6 min,,,,,\nservices.api.token-bucket.rate,/min,Ana,600,1200,1800,,,,80 %,\n"
        );

        Assert.That(answers.Answers[0].Given, Is.EqualTo((3.0, 4.0, 6.0)));
        Assert.That(answers.Answers[1].Given, Is.EqualTo((10.0, 20.0, 30.0)));
        Assert.That(answers.Answers[1].Confidence, Is.EqualTo(0.8));
    }

    [Test]
    public void Questions_that_were_left_open_are_passed_over_and_none_at_all_is_an_error()
    {
        Assert.That(Read($"{Drain},min,,,,,,,,,\n{Drain},min,Ana,3,4,6,,,,,\n").Answers, Has.Count.EqualTo(1));
        Assert.That(
            () => Read($"{Drain},min,Ana,,,,,,,,\n"),
            Throws.TypeOf<ElicitException>().With.Message.Contains("no question was answered")
        );
    }

    [TestCase("update.steps.drian.takes.lognormal.median,min,Ana,3,4,6,,,,,", "question", "did you mean")]
    [TestCase($"{Drain},min,,3,4,6,,,,,", "expert", "who answered")]
    [TestCase($"{Drain},min,Ana,7,4,6,,,,,", "order", "exceeds p50")]
    [TestCase($"{Drain},min,Ana,3,9,6,,,,,", "order", "exceeds p90")]
    [TestCase($"{Drain},min,Ana,-3,4,6,,,,,", "negative", "negative")]
    [TestCase($"{Drain},GB,Ana,3,4,6,,,,,", "unit", "in 'GB'")]
    [TestCase($"{Drain},min,Ana,3,about 4,6,,,,,", "unreadable", "about 4")]
    [TestCase($"{Drain},min,Ana,3,,6,,,,,", "incomplete", "p50")]
    [TestCase($"{Drain},min,Ana,3,4,6,1,2,3,,", "both", "leave one of the two empty")]
    [TestCase($"{Drain},min,Ana,0,4,6,,,,,", "unreadable", "above 0")]
    [TestCase("update.steps.flash.fails,%,Ana,0,1,2,,,,,", "range", "p10 of 0")]
    [TestCase("update.steps.flash.fails,%,Ana,1,2,101,,,,,", "unreadable", "100 %")]
    [TestCase("services.slots.station.servers,,Ana,2,2.5,4,,,,,", "unreadable", "whole")]
    [TestCase($"{Drain},min,Ana,3,4,6,,,,150,", "confidence", "1 to 100")]
    public void A_row_that_cannot_be_used_says_where_and_why(string row, string kind, string words)
    {
        var refused = Assert.Throws<AnswerProblemsException>(() => Read(row + "\n"))!;
        var rest = Read(row + $"\n{Drain},min,Ben,3,4,6,,,,,\n", usesRest: true);

        Assert.That(refused.Message, Does.Match(@"answers\.csv:2: ").And.Contain(words));
        Assert.That(rest.Problems.Select(problem => problem.Kind), Is.All.EqualTo(kind).And.Not.Empty);
        Assert.That(rest.Answers.Select(answer => answer.Expert), Is.EqualTo(["Ben"]));
    }

    [Test]
    public void An_expert_answers_a_question_once()
    {
        var refused = Assert.Throws<AnswerProblemsException>(() =>
            Read($"{Drain},min,Ana,3,4,6,,,,,\n{Drain},min,Ana,3,5,6,,,,,\n")
        )!;

        Assert.That(refused.Message, Does.Contain(":3: Ana answered").And.Contain(":2 already"));
    }

    [Test]
    public void Yaml_says_the_same_as_csv()
    {
        var csv = Read($"{Drain},min,Ana,3,4,6,,,,80,seen it\n");
        var yaml = Write(
            "answers.yaml",
            $"answers:\n  - {{ question: {Drain}, unit: min, expert: Ana, p10: 3, p50: 4, p90: 6, confidence: 80, source: seen it }}\n"
        );

        var read = AnswerSet.Read(Scenario, [yaml], usesRest: false);

        Assert.That(read.Hash, Is.EqualTo(csv.Hash));
        Assert.That(read.Answers[0].Source, Is.EqualTo("seen it"));
    }

    [Test]
    public void A_file_without_the_columns_is_an_error() =>
        Assert.That(
            () => AnswerSet.Read(Scenario, [Write("answers.csv", "question,p10\n")], usesRest: false),
            Throws.TypeOf<ElicitException>().With.Message.Contains("expert")
        );

    private static AnswerSet Read(string rows, bool usesRest = false) =>
        AnswerSet.Read(Scenario, [Write("answers.csv", Head + rows)], usesRest);

    private static string Write(string name, string text)
    {
        var folder = Path.Combine(
            TestContext.CurrentContext.WorkDirectory,
            "elicit",
            TestContext.CurrentContext.Test.ID
        );
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
