using System.Text.Json;

namespace Simulator.Acceptance.Tests;

/// <summary><c>o1sim elicit</c>: the worked example of its guide, a questionnaire there and back, and bad answers.</summary>
public sealed class ElicitTests
{
    private const string Example = "scenarios/elicitation/bmc-firmware.yaml";
    private const string Ana = "scenarios/elicitation/answers-ana.csv";
    private const string Ben = "scenarios/elicitation/answers-ben.csv";
    private const string Chen = "scenarios/elicitation/answers-chen.csv";
    private static readonly string[] Quick = ["--draws", "50", "--replications", "2"];

    [Test]
    [Category("Slow")]
    public void The_guide_quotes_what_the_example_prints_and_its_scenario_runs()
    {
        var folder = Tool.NewFolder();
        var found = Tool.Run("elicit", Example, "--answers", Ana, "--answers", Ben, "--answers", Chen, "--out", folder);

        Assert.That(found.ExitCode, Is.Zero, found.Errors);
        var guide = File.ReadAllText(Path.Combine(Tool.Root, "docs/elicitation.md"));
        var quoted = guide.Split("```text\n")[1].Split("```")[0];
        Assert.That(File.ReadAllText(Path.Combine(folder, "summary.txt")), Does.Contain("\n\n" + quoted));
        var run = Tool.Run("run", Path.Combine(folder, "elicited.yaml"), "--replications", "2");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
    }

    [Test]
    public void Neither_threads_nor_the_order_of_files_change_the_answer()
    {
        var one = Tool.Run(["elicit", Example, "--answers", Ana, "--answers", Ben, "--threads", "1", .. Quick]);
        var other = Tool.Run(["elicit", Example, "--answers", Ben, "--answers", Ana, "--threads", "2", .. Quick]);

        Assert.That(one.ExitCode, Is.Zero, one.Errors);
        Assert.That(other.Output, Is.EqualTo(one.Output));
    }

    [TestCase("csv")]
    [TestCase("yaml")]
    public void A_questionnaire_that_comes_back_empty_answers_nothing(string kind)
    {
        var file = Path.Combine(Tool.NewFolder(), "questions." + kind);
        var asked = Tool.Run("elicit", Example, "--questionnaire", file);

        var read = Tool.Run("elicit", Example, "--answers", file);

        Assert.That(asked.ExitCode, Is.Zero, asked.Errors);
        Assert.That(
            File.ReadAllText(file),
            Does.Contain("update.steps.verify.takes").And.Contain("Step verify: how long")
        );
        Assert.That((read.ExitCode, read.Output), Is.EqualTo((2, string.Empty)));
        Assert.That(read.Errors, Does.Contain("no question was answered"));
    }

    [Test]
    public void What_an_expert_is_sure_of_moves_the_floor_by_just_that_and_leaves_nothing_unknown()
    {
        var six = Floor(RebootTakes(6));
        var sixteen = Floor(RebootTakes(16));

        Assert.That((six.Unknown, sixteen.Unknown), Is.EqualTo((0.0, 0.0)));
        Assert.That(sixteen.Mean - six.Mean, Is.EqualTo(600).Within(0.05));
    }

    [Test]
    public void Bad_rows_are_named_all_at_once_and_the_rest_is_used_only_when_asked_for()
    {
        var file = Path.Combine(Tool.NewFolder(), "bad.csv");
        File.WriteAllLines(
            file,
            [
                "question,expert,unit,p10,p50,p90",
                "update.steps.flash.takes.lognormal.median,Ana,min,9,4,6",
                "update.steps.drian.takes.lognormal.median,Ana,min,3,4,6",
                "update.steps.flash.takes.lognormal.p90,,min,8,9,-10",
                "update.steps.verify.takes,Ana,GB,3,4,5",
                "update.steps.host-reboot.takes,Ana,min,3,4,5",
                "update.steps.host-reboot.takes,Ana,min,3,4,6",
            ]
        );

        var refused = Tool.Run("elicit", Example, "--answers", file);
        var used = Tool.Run(["elicit", Example, "--answers", file, "--use-rest", "--format", "csv", .. Quick]);

        Assert.That((refused.ExitCode, refused.Output), Is.EqualTo((2, string.Empty)));
        string[] named =
        [
            ":2: p10 of update.steps.flash.takes.lognormal.median is 9 and exceeds p50",
            "did you mean 'update.steps.drain.takes.lognormal.median'?\n",
            ":4: the expert is missing",
            ":4: p90 of update.steps.flash.takes.lognormal.p90 is '-10'",
            ":5: p10 of update.steps.verify.takes is '3' in 'GB'",
            ":7: Ana answered update.steps.host-reboot.takes in",
            "--use-rest",
        ];
        foreach (var text in named)
        {
            Assert.That(refused.Errors, Does.Contain(text));
        }

        Assert.That(used.ExitCode, Is.Zero, used.Errors);
        Assert.That(used.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
    }

    [TestCase("--answers", "missing.csv")]
    [TestCase("--answers", Ana, "--draws", "10")]
    [TestCase("--answers", Ana, "--replications", "1")]
    [TestCase("--answers", Ana, "--weights", "votes")]
    [TestCase("--answers", Ana, "--questionnaire", "both.csv")]
    [TestCase("--out", "somewhere")]
    public void Bad_options_end_with_2_and_say_why_on_stderr_only(params string[] arguments)
    {
        var (exitCode, output, errors) = Tool.Run(["elicit", Example, .. arguments]);

        Assert.That((exitCode, output), Is.EqualTo((2, string.Empty)));
        Assert.That(errors, Is.Not.Empty.And.Not.Contain("   at "));
    }

    /// <summary>The answer to a questionnaire in which Ana is sure of one number.</summary>
    private static string RebootTakes(int minutes)
    {
        var file = Path.Combine(Tool.NewFolder(), "questions.csv");
        _ = Tool.Run("elicit", Example, "--questionnaire", file);
        var sure = FormattableString.Invariant($"min,6,Ana,{minutes},{minutes},{minutes},");
        var rows = File.ReadAllLines(file)
            .Select(row =>
                row.StartsWith("update.steps.host-reboot.takes,", StringComparison.Ordinal)
                    ? row.Replace("min,6,,,,,", sure, StringComparison.Ordinal)
                    : row
            );
        File.WriteAllLines(file, rows);
        return Tool.Run(["elicit", Example, "--answers", file, "--format", "json", .. Quick]).Output;
    }

    private static (double Mean, double Unknown) Floor(string output)
    {
        using var json = JsonDocument.Parse(output);
        var floor = json.RootElement.GetProperty("times")[0];
        return (floor.GetProperty("mean_s").GetDouble(), floor.GetProperty("variance_unknown_s2").GetDouble());
    }
}
