namespace Simulator.Acceptance.Tests;

/// <summary><c>o1sim evidence</c> on the shipped cases, and on bad points.</summary>
[Category("Slow")]
public sealed class EvidenceTests
{
    private const string Table = "docs/evidence.csv";
    private const string Page = "docs/evidence.md";
    private const string Picture = "docs/pictures/evidence.png";

    /// <summary><c>O1SIM_ACCEPT=1</c> writes table, page and picture anew.</summary>
    [Test]
    public void The_shipped_table_is_what_the_tool_says_today()
    {
        var folder = Tool.NewFolder();

        var (exitCode, output, errors) = Tool.Run("evidence", "--format", "csv", "--out", folder);

        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(output, Is.EqualTo(File.ReadAllText(Path.Combine(folder, "evidence.csv"))));
        var summary = File.ReadAllText(Path.Combine(folder, "summary.txt"));
        if (Environment.GetEnvironmentVariable("O1SIM_ACCEPT") == "1")
        {
            File.WriteAllText(InRoot(Table), output);
            File.WriteAllText(InRoot(Page), WithSummary(File.ReadAllText(InRoot(Page)), summary));
            File.Copy(Path.Combine(folder, "evidence.png"), InRoot(Picture), overwrite: true);
        }

        Assert.That(
            output,
            Is.EqualTo(File.ReadAllText(InRoot(Table))),
            $"{Table} differs; O1SIM_ACCEPT=1 writes it anew."
        );
        Assert.That(File.ReadAllText(InRoot(Page)), Does.Contain(summary), $"{Page} has another table.");
    }

    [Test]
    public void Points_never_seen_before_are_predicted()
    {
        var points = Path.Combine(Tool.NewFolder(), "points.csv");
        File.WriteAllText(points, "case,n,seconds\ngoogle2011_wave_50pct,1000,600000\nnever_heard_of,1,1\n");

        var (exitCode, output, errors) = Tool.Run("evidence", "--points", points, "--format", "csv");

        Assert.That(exitCode, Is.Zero, errors);
        var lines = output.Split('\n');
        Assert.That(lines[0], Is.EqualTo("case,n,measured_s,predicted_s,lo_s,hi_s,error,kind,basis"));
        // the 1,000th machine leaves after 999 / 145 days and is back 16.5 min later
        Assert.That(
            lines[1],
            Does.StartWith("google2011_wave_50pct,1000,600000,596256,").And.EndsWith(",unseen,out-of-sample")
        );
        Assert.That(lines[2], Is.EqualTo("never_heard_of,1,1,,,,,no-scenario,"));
    }

    [Test]
    public void Bad_points_end_the_command_with_their_rows_unless_the_rest_is_asked_for()
    {
        var points = Path.Combine(Tool.NewFolder(), "points.csv");
        File.WriteAllText(points, "case,n,seconds\nkraken_3GB_2600hosts_p50,0,10\nkraken_3GB_2600hosts_p50,100,10\n");

        var refused = Tool.Run("evidence", "--points", points);
        var rest = Tool.Run("evidence", "--points", points, "--use-rest", "--format", "json");

        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.Contain("row 2: n is '0'").And.Contain("--use-rest"));
        Assert.That(refused.Output, Is.Empty);
        Assert.That(rest.ExitCode, Is.Zero, rest.Errors);
        Assert.That(rest.Errors, Does.Contain("row 2"));
        Assert.That(rest.Output, Does.Contain("\"predicted_s\": 10"));
    }

    [TestCase("evidence", "no/such/folder")]
    [TestCase("evidence", "scenarios/evidence", "--points", "no-such-file.csv")]
    [TestCase("evidence", "scenarios")]
    public void What_cannot_be_used_is_bad_input(params string[] arguments)
    {
        var (exitCode, output, errors) = Tool.Run(arguments);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(errors, Does.StartWith("o1sim: "));
    }

    private static string InRoot(string path) => Path.Combine(Tool.Root, path);

    /// <summary>The page with another text in its first fence.</summary>
    private static string WithSummary(string page, string summary)
    {
        const string fence = "```text\n";
        var from = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        var to = page.IndexOf("```", from, StringComparison.Ordinal);
        return page[..from] + summary + page[to..];
    }
}
