using System.Text.Json;

namespace Simulator.Acceptance.Tests;

/// <summary><c>o1sim import</c> as a user gives it.</summary>
public sealed class ImportTests
{
    private const string Samples = "tests/imports/";
    private const string Page = "docs/strategies.md";

    [Test]
    public void The_page_shows_what_the_command_prints()
    {
        var page = File.ReadAllText(Path.Combine(Tool.Root, Page));
        const string Command = "$ o1sim import ";
        var start = page.IndexOf(Command, StringComparison.Ordinal);
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        var lines = page[start..end].Split('\n', 2);

        var (exitCode, output, errors) = Tool.Run(["import", .. lines[0][Command.Length..].Split(' ')]);

        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(output, Is.EqualTo(lines[1]));
    }

    [Test]
    public void An_imported_scenario_runs()
    {
        var file = Path.Combine(Tool.NewFolder(), "hall.yaml");
        string[] import = ["import", Samples + "kured.yaml", "--scenario", Samples + "base.yaml", "--out", file];

        var (exitCode, output, errors) = Tool.Run(import);
        var run = Tool.Run("run", file, "--replications", "2", "--format", "csv");
        var again = Tool.Run(import);

        Assert.That((exitCode, output), Is.EqualTo((0, "")), errors);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(again.ExitCode, Is.EqualTo(2));
        Assert.That(again.Errors, Does.StartWith($"o1sim: '{file}' exists. --force replaces it;"));
        Assert.That(Tool.Run([.. import, "--force"]).ExitCode, Is.Zero);
    }

    [Test]
    public void A_command_line_of_kured_is_read_from_stdin()
    {
        var (exitCode, output, errors) = Tool.RunWith("kured --period=10m --concurrency=3\n", "import", "-");

        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(output, Does.Contain("      concurrency: 3         # stdin:1\n"));
    }

    [Test]
    public void A_scenario_takes_one_of_several_strategies()
    {
        string[] import = ["import", Samples + "nomad-job.json", "--scenario", Samples + "base.yaml"];

        var (exitCode, output, errors) = Tool.Run(import);
        var one = Tool.Run([.. import, "--only", "job/agent/relay", "--format", "json"]);
        var none = Tool.Run([.. import, "--only", "job/agent"]);

        Assert.That((exitCode, output), Is.EqualTo((2, "")));
        const string Both = "'job/agent/collector', 'job/agent/relay'.\n";
        Assert.That(errors, Is.EqualTo("o1sim: A scenario takes one strategy. --only names it: " + Both));
        Assert.That(none.Errors, Is.EqualTo("o1sim: --only has 'job/agent'. There are " + Both));
        using var json = JsonDocument.Parse(one.Output);
        Assert.That(json.RootElement.GetProperty("scenario").GetString(), Does.Contain("max_parallel: 2"));
    }

    [Test]
    public void A_scenario_is_not_written_while_a_parameter_is_missing()
    {
        string[] import = ["import", Samples + "pod-disruption-budget.yaml", "--scenario", Samples + "base.yaml"];

        var (exitCode, output, errors) = Tool.Run(import);
        var given = Tool.Run([.. import, "--set", "retry-period=5s"]);

        Assert.That((exitCode, output), Is.EqualTo((2, "")));
        Assert.That(
            errors,
            Does.StartWith("o1sim: --set retry-period=VALUE is needed for PodDisruptionBudget/trainer:")
        );
        Assert.That(given.ExitCode, Is.Zero, given.Errors);
    }

    [Test]
    public void Files_that_cannot_be_read_are_named_all_at_once()
    {
        var (exitCode, output, errors) = Tool.Run("import", "no-such.yaml", "tests", Samples + "kured.yaml");

        Assert.That((exitCode, output), Is.EqualTo((2, "")));
        Assert.That(errors, Does.Contain("no-such.yaml:1:1: the file does not exist."));
        Assert.That(errors, Does.Contain("tests:1:1: the file cannot be read."));
    }

    [Test]
    public void Help_names_every_option()
    {
        var (exitCode, output, errors) = Tool.Run("import", "--help");

        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(
            output,
            Is.EqualTo(File.ReadAllText(Path.Combine(Tool.Root, "tests/Simulator.Acceptance.Tests/import-help.txt")))
        );
    }
}
