namespace Simulator.Acceptance.Tests;

/// <summary>What a user of the command line relies on.</summary>
[Category("Slow")]
public sealed class CommandLineTests
{
    private const string Firmware = "scenarios/gb200-firmware.yaml";
    private const string NodeGroup = "scenarios/managed-node-group.yaml";

    private static IEnumerable<string> Scenarios() =>
        Directory
            .EnumerateFiles(Path.Combine(Tool.Root, "scenarios"), "*.yaml")
            .Select(path => Path.GetRelativePath(Tool.Root, path))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Scenarios))]
    public void Every_shipped_scenario_runs_in_short_form(string file)
    {
        var (exitCode, output, errors) = Tool.Run(
            "sweep",
            file,
            "--nodes",
            "1,40",
            "--replications",
            "2",
            "--format",
            "csv"
        );

        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(output, Does.Contain("makespan_mean_s"));
    }

    [TestCase("1")]
    [TestCase("2")]
    [TestCase("3")]
    public void Threads_do_not_change_a_byte(string threads)
    {
        string[] arguments = ["sweep", Firmware, "--nodes", "18,144,1152", "--replications", "30", "--format", "json"];
        var alone = Tool.Run([.. arguments, "--threads", "1"]);
        var together = Tool.Run([.. arguments, "--threads", threads]);

        Assert.That(alone.ExitCode, Is.Zero, alone.Errors);
        Assert.That(together.Output, Is.EqualTo(alone.Output));
    }

    [Test]
    public void A_study_that_lost_units_resumes_to_the_same_bytes()
    {
        var folder = Tool.NewFolder();
        string[] arguments = ["sweep", Firmware, "--nodes", "18,36,72", "--replications", "60", "--out", folder];
        var first = Tool.Run(arguments);
        var cells = File.ReadAllBytes(Path.Combine(folder, "cells.csv"));
        var units = Directory.GetFiles(Path.Combine(folder, "units")).Order(StringComparer.Ordinal).ToList();
        File.Delete(units[0]);
        File.WriteAllText(
            units[1],
            File.ReadAllText(units[1]).Replace("\"Makespan\":1", "\"Makespan\":2", StringComparison.Ordinal)
        );

        var second = Tool.Run(arguments);

        Assert.That(first.ExitCode, Is.Zero, first.Errors);
        Assert.That(second.ExitCode, Is.Zero, second.Errors);
        Assert.That(File.ReadAllBytes(Path.Combine(folder, "cells.csv")), Is.EqualTo(cells));
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public void An_interrupted_study_keeps_its_units_and_resumes_to_the_same_bytes(string signal, int expected)
    {
        var (whole, broken) = (Tool.NewFolder(), Tool.NewFolder() + "-broken");
        string[] arguments = ["sweep", Firmware, "--nodes", "18,2304,36864", "--replications", "60", "--out"];
        var units = Path.Combine(broken, "units");
        bool HasUnits() => Directory.Exists(units) && Directory.EnumerateFiles(units, "*.json").Any();

        var stopped = Tool.Interrupt(signal, HasUnits, [.. arguments, broken]);
        var kept = Directory.GetFiles(units, "*.json");
        var isAnswered = File.Exists(Path.Combine(broken, "cells.csv"));
        var resumed = Tool.Run([.. arguments, broken]);
        var uninterrupted = Tool.Run([.. arguments, whole]);

        Assert.Multiple(() =>
        {
            Assert.That(stopped.ExitCode, Is.EqualTo(expected), stopped.Errors);
            Assert.That(stopped.Output, Is.Empty);
            Assert.That(isAnswered, Is.False, "it was stopped before the answer");
            Assert.That(kept, Is.Not.Empty);
            Assert.That((resumed.ExitCode, uninterrupted.ExitCode), Is.EqualTo((0, 0)), resumed.Errors);
            foreach (var table in Directory.GetFiles(whole, "*.csv"))
            {
                Assert.That(
                    File.ReadAllBytes(Path.Combine(broken, Path.GetFileName(table))),
                    Is.EqualTo(File.ReadAllBytes(table)),
                    table
                );
            }
        });
        Directory.Delete(broken, recursive: true);
    }

    [Test]
    public void A_folder_of_another_scenario_is_refused_and_left_as_it_was()
    {
        var folder = Tool.NewFolder();
        _ = Tool.Run("run", NodeGroup, "--nodes", "5", "--replications", "2", "--out", folder);
        var before = File.ReadAllBytes(Path.Combine(folder, "cells.csv"));

        var (exitCode, _, errors) = Tool.Run("run", Firmware, "--nodes", "18", "--replications", "2", "--out", folder);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("another scenario").And.Contain("--force"));
        Assert.That(File.ReadAllBytes(Path.Combine(folder, "cells.csv")), Is.EqualTo(before));
    }

    [Test]
    public void A_window_smaller_than_the_rack_is_refused_before_the_run_and_deadlocks_with_names_without_lint()
    {
        var refused = Tool.Run("run", "scenarios/refused/too-small-window.yaml");
        var deadlocked = Tool.Run("run", "scenarios/refused/too-small-window.yaml", "--no-lint");

        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.Contain("step 'switches' waits for all nodes of a rack"));
        Assert.That(deadlocked.ExitCode, Is.EqualTo(1));
        Assert.That(deadlocked.Errors, Does.Contain("node 10").And.Contain("rack 0, step 'switches'"));
    }

    [Test]
    public void The_hidden_cap_shows_its_three_sizes()
    {
        var (exitCode, output, _) = Tool.Run("sweep", NodeGroup);

        // 33 % capped at 100: by formula 303, the rounded limit changes from 307 on, time grows above 400
        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("N* = 303").And.Contain("N = 307").And.Contain("N = 400"));
    }

    [Test]
    public void A_law_is_read_at_the_sizes_asked_for_or_its_want_is_told()
    {
        var law = Tool.Run("sweep", NodeGroup, "--nodes", "10,20,40,80", "--predict", "1000,100");
        var none = Tool.Run("sweep", NodeGroup, "--nodes", "10,20,40", "--predict", "100");

        Assert.That(law.Output, Does.Contain("The law gives T(100) =").And.Contain("The law gives T(1,000) ="));
        Assert.That(law.Output, Does.Contain("beyond twice the largest size run"));
        Assert.That(none.Output, Does.Not.Contain("The law gives"));
        Assert.That(none.Errors, Does.Contain("No law could be read at the sizes asked for"));
    }

    [TestCase("run", "missing.yaml")]
    [TestCase("run", NodeGroup, "--nodes", "0")]
    [TestCase("run", NodeGroup, "--nodes", "1,2")]
    [TestCase("run", NodeGroup, "--replications", "0")]
    [TestCase("run", NodeGroup, "--replications", "1.5")]
    [TestCase("run", NodeGroup, "--threads", "many")]
    [TestCase("run", NodeGroup, "--threads", "100000")]
    [TestCase("run", NodeGroup, "--out", "")]
    [TestCase("run", NodeGroup, "--out", "README.md")]
    [TestCase("run", NodeGroup, "--records")]
    [TestCase("run", "")]
    [TestCase("run", "/dev/zero")]
    [TestCase("sweep", NodeGroup, "--nodes", "10,10")]
    [TestCase("sweep", NodeGroup, "--format", "yaml")]
    [TestCase("sweep", NodeGroup, "--predict", "1000,x")]
    [TestCase("sweep", NodeGroup, "--predict", "0")]
    [TestCase("sweep", NodeGroup, "--predict", "9,9")]
    [TestCase("run", NodeGroup, "--predict", "9")]
    [TestCase("validate", "scenarios/refused/too-small-window.yaml")]
    [TestCase("replay")]
    [TestCase("replay", "missing.yaml")]
    [TestCase("replay", "docs")]
    [TestCase("replay", NodeGroup, "scenarios/refused/too-small-window.yaml")]
    [TestCase("fly", NodeGroup)]
    public void Bad_input_ends_with_2_and_says_why_on_stderr_only(params string[] arguments)
    {
        var (exitCode, output, errors) = Tool.Run(arguments);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(errors, Is.Not.Empty.And.Not.Contain("   at "));
    }

    [Test]
    public void A_folder_with_the_users_own_tables_is_refused_and_left_as_it_was()
    {
        var folder = Tool.NewFolder();
        File.WriteAllText(Path.Combine(folder, "cells.csv"), "mine");

        var (exitCode, _, errors) = Tool.Run("run", NodeGroup, "--replications", "2", "--out", folder);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("cells.csv").And.Contain("--force"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "cells.csv")), Is.EqualTo("mine"));
    }

    [Test]
    public void Records_of_an_earlier_call_do_not_stay_beside_other_tables()
    {
        var folder = Tool.NewFolder();
        var nodes = Path.Combine(folder, "nodes.csv");
        _ = Tool.Run("run", NodeGroup, "--nodes", "20", "--replications", "2", "--records", "--out", folder);
        var isWritten = File.Exists(nodes);
        var (exitCode, _, _) = Tool.Run("run", NodeGroup, "--nodes", "10", "--replications", "2", "--out", folder);

        Assert.That((isWritten, exitCode, File.Exists(nodes)), Is.EqualTo((true, 0, false)));
    }

    [Test]
    public void The_scenario_of_the_readme_is_sound()
    {
        var readme = File.ReadAllText(Path.Combine(Tool.Root, "README.md"));
        var start = readme.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        var file = Path.Combine(Tool.NewFolder(), "readme.yaml");
        File.WriteAllText(file, readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]);

        var (exitCode, _, errors) = Tool.Run("validate", file);

        Assert.That(exitCode, Is.Zero, errors);
    }

    [Test]
    public void Validate_answers_for_every_file()
    {
        var (exitCode, output, _) = Tool.Run("validate", Firmware, NodeGroup);

        Assert.That(exitCode, Is.Zero);
        Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
    }

    [Test]
    public void Schema_prints_what_is_committed()
    {
        var (exitCode, output, _) = Tool.Run("schema");

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Is.EqualTo(File.ReadAllText(Path.Combine(Tool.Root, "scenarios/scenario.schema.json"))));
    }
}
