using System.Text;
using System.Text.Json;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Elicitation;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Tests.Analysis;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Elicitation;

/// <summary>What <c>elicit</c> says and writes.</summary>
public sealed class ElicitReportTests
{
    private const string Text = """
        # How long, and whom to ask?
        schema: 1
        name: two-steps
        seed: 7
        cluster: { nodes: 40 }
        update: { steps: { first: { takes: 100 s, fails: 1 %, retry: { limit: 3 } }, second: { takes: 100 s } } }
        rollout: { admission: window, limit: { max-unavailable: 10 nodes } }
        """;

    private const string Rows = """
        question,unit,expert,p10,p50,p90,min,mode,max,confidence,source
        update.steps.first.takes,s,Ana,80,100,120,,,,90,seen
        update.steps.first.takes,min,Ben,3,4,5,,,,30,
        update.steps.second.takes,s,Ana,,,,90,100,140,,
        """;

    private static readonly Lazy<ElicitResult> Found = new(Study);

    [TestCase("questions")]
    [TestCase("times")]
    [TestCase("answers")]
    [TestCase("experts")]
    [TestCase("problems")]
    public void Every_column_is_described_in_its_order(string name)
    {
        var table = ElicitTables.All(Found.Value).Single(table => name.Equals(table.Name, StringComparison.Ordinal));

        var described = File.ReadLines(Path.Combine(SourceTree.Root, "docs/elicitation.md"))
            .SkipWhile(line => !line.Equals($"### {name}.csv", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("### ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);
        Assert.That(described, Is.EqualTo(table.Columns));
    }

    [TestCase(80)]
    [TestCase(160)]
    public void Text_is_as_accepted(int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ElicitText.Write(Found.Value, writer, new TextLayout(width));

        GoldenFile.Verify(writer.ToString(), FormattableString.Invariant($"{width}"));
    }

    [Test]
    public void Json_has_every_table_and_the_answer()
    {
        using var stream = new MemoryStream();
        ElicitJson.Write(Found.Value, stream);

        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        foreach (var table in ElicitTables.All(Found.Value))
        {
            Assert.That(
                json.RootElement.GetProperty(table.Name).GetArrayLength(),
                Is.EqualTo(table.Rows.Count()),
                table.Name
            );
        }

        Assert.That(json.RootElement.GetProperty("answer").GetArrayLength(), Is.GreaterThan(2));
    }

    [Test]
    public void The_folder_has_what_it_announces_and_a_scenario_with_the_middles()
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "elicit-folder");
        var written = ElicitFolder.Write(Found.Value, folder);

        Assert.That(written, Is.EquivalentTo(ElicitFolder.TableNames));
        var scenario = ScenarioFile.Read(Path.Combine(folder, ElicitFolder.Elicited));
        Assert.That(scenario.Model.Update.Steps, Has.Count.EqualTo(2));
        Assert.That(
            File.ReadAllText(Path.Combine(folder, ElicitFolder.Elicited)),
            Does.Contain("# How long, and whom")
        );
        Directory.Delete(folder, recursive: true);
    }

    private static ElicitResult Study()
    {
        var scenario = ScenarioFile.Parse(Text, "two-steps.yaml", ".");
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "elicit-answers.csv");
        File.WriteAllText(file, Rows + "\n");
        var answers = AnswerSet.Read(scenario, [file], usesRest: false);
        var terms = new ElicitTerms { Draws = 60, IsWeighted = true };
        var options = new StudyOptions { Threads = 1, Replications = 3 };
        return ElicitStudy.Run(scenario, answers, terms, options, new Nobody(), CancellationToken.None);
    }
}
