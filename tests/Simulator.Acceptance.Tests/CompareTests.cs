namespace Simulator.Acceptance.Tests;

/// <summary><c>o1sim compare</c>: its tables, its folder, and bad input.</summary>
public sealed class CompareTests
{
    private const string Base = "scenarios/compare/ten-thousand.yaml";
    private static readonly string[] Quick = ["--nodes", "50", "--replications", "3", "--presets", "kured, pdsh"];

    [Test]
    public void Cells_begin_with_the_scenario_and_carry_the_columns_of_every_study()
    {
        var compared = Tool.Run(["compare", Base, "--format", "csv", .. Quick]);
        var alone = Tool.Run("run", Base, "--nodes", "50", "--replications", "3", "--format", "csv");

        var (rows, own) = (Rows(compared.Output), Rows(alone.Output));
        Assert.That(compared.ExitCode, Is.Zero, compared.Errors);
        Assert.That(rows.Select(row => row[0]), Is.EqualTo(["scenario", "all-at-once", "kured", "pdsh"]));
        Assert.That(rows[0].Skip(1).Take(own[0].Length), Is.EqualTo(own[0]));
        Assert.That(rows[1].Skip(1).Take(own[1].Length), Is.EqualTo(own[1]));
    }

    [Test]
    public void The_folder_holds_what_is_documented_and_the_same_command_resumes()
    {
        var folder = Tool.NewFolder();
        var first = Tool.Run(["compare", Base, "--out", folder, .. Quick]);
        var second = Tool.Run(["compare", Base, "--out", folder, .. Quick]);
        var other = Tool.Run("compare", Base, "--out", folder, "--presets", "kured", "--nodes", "50");

        Assert.That((first.ExitCode, second.ExitCode, other.ExitCode), Is.EqualTo((0, 0, 2)), first.Errors);
        Assert.That(second.Output, Is.EqualTo(first.Output));
        Assert.That(
            Directory.GetFiles(folder).Select(Path.GetFileName),
            Is.SupersetOf(["cells.csv", "compare.json", "compare.png", "compare.svg", "pairs.csv", "summary.txt"])
        );
    }

    [TestCase("out/ten", 0)]
    [TestCase("out/defect", 1)]
    [Category("Slow")]
    public void The_page_quotes_what_its_commands_print(string named, int place)
    {
        var page = File.ReadAllText(Path.Combine(Tool.Root, "docs/compare.md"));
        var command = page.Split('\n').Single(line => line.EndsWith("--out " + named, StringComparison.Ordinal));
        var folder = Tool.NewFolder();

        var compared = Tool.Run([.. Words(command.Replace(named, folder, StringComparison.Ordinal)).Skip(1)]);

        Assert.That(compared.ExitCode, Is.Zero, compared.Errors);
        var quoted = page.Split("```text\n")[place + 1].Split("```")[0];
        Assert.That(File.ReadAllText(Path.Combine(folder, "summary.txt")), Does.Contain(quoted));
    }

    [TestCase(Base)]
    [TestCase(Base, "--presets", "kurde")]
    [TestCase(Base, Base)]
    [TestCase(Base, "scenarios/strategies/kured.yaml")]
    [TestCase(Base, "missing.yaml")]
    public void Bad_input_ends_with_2_and_says_why_on_stderr_only(params string[] arguments)
    {
        var (exitCode, output, errors) = Tool.Run(["compare", .. arguments]);

        Assert.That((exitCode, output), Is.EqualTo((2, string.Empty)));
        Assert.That(errors, Is.Not.Empty.And.Not.Contain("   at "));
    }

    /// <summary>The words of a command line; what stands in double quotes is one.</summary>
    private static IEnumerable<string> Words(string line) =>
        line.Split('"')
            .SelectMany(
                (part, place) => place % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            );

    private static List<string[]> Rows(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
}
