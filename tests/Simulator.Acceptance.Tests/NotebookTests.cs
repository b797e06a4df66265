using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Acceptance.Tests;

/// <summary>The notebooks, executed on what the tool has just written, and the program on the library.</summary>
[Category("Slow")]
public sealed partial class NotebookTests
{
    private const string Jupyter = "/usr/bin/jupyter-nbconvert";

    [Test]
    public void The_curve_notebook_shows_table_limits_and_two_pictures()
    {
        var study = Tool.NewFolder();
        var sweep = Tool.Run(
            "sweep",
            "scenarios/managed-node-group-random.yaml",
            "--replications",
            "5",
            "--out",
            Path.Combine(study, "study")
        );
        Assert.That(sweep.ExitCode, Is.Zero, sweep.Errors);

        var page = Execute("t-of-n", study, ("O1SIM_STUDY", Path.Combine(study, "study")));

        Assert.That(Pictures(page), Is.EqualTo(2));
        // the capped share of the scenario: 33 % of 303 nodes are 100
        Assert.That(page, Does.Match(@">rollout\.limit\.cap<[\s\S]*?>303<"));
    }

    [Test]
    public void The_strategies_notebook_compares_pair_by_pair()
    {
        var studies = Tool.NewFolder();
        foreach (var strategy in (string[])["ansible-serial", "kubernetes-daemonset", "pdsh"])
        {
            var run = Tool.Run(
                "run",
                $"scenarios/strategies/{strategy}.yaml",
                "--nodes",
                "200",
                "--replications",
                "5",
                "--out",
                Path.Combine(studies, strategy)
            );
            Assert.That(run.ExitCode, Is.Zero, run.Errors);
        }

        var page = Execute("compare-strategies", studies, ("O1SIM_STUDIES", studies));

        Assert.That(Pictures(page), Is.EqualTo(1));
        Assert.That(page, Does.Match(@"takes [\d.]+ \w+ longer than [\w-]+, give or take .* \(5 pairs\)"));
    }

    [Test]
    public void The_fit_notebook_measures_the_distance_that_the_tool_tells()
    {
        var folder = Tool.NewFolder();
        var fit = Tool.Run(
            "fit",
            "scenarios/data/lanl-1996-2005-repairs.csv",
            "--columns",
            "duration=down_min",
            "--unit",
            "min",
            "--step",
            "repair",
            "--out",
            Path.Combine(folder, "fit")
        );
        Assert.That(fit.ExitCode, Is.Zero, fit.Errors);

        var page = Execute("fit-a-log", folder, ("O1SIM_FIT", Path.Combine(folder, "fit")));

        Assert.That(Pictures(page), Is.EqualTo(2));
        var distances = Distances().Match(page);
        var (grid, told) = (Number(distances.Groups["grid"].Value), Number(distances.Groups["told"].Value));
        Assert.That(grid, Is.EqualTo(told).Within(0.005));
    }

    [Test]
    public void The_program_on_the_library_says_what_the_tool_says()
    {
        const string scenario = "scenarios/rolling-window.yaml";
        var program = Tool.RunProgram(
            "dotnet",
            [],
            ["run", "notebooks/what-if.cs", "--", scenario, "cluster.nodes", "100"]
        );
        var tool = Tool.Run("run", scenario, "--nodes", "100", "--replications", "20", "--format", "csv");

        Assert.That(program.ExitCode, Is.Zero, program.Errors + program.Output);
        var minutes = Minutes().Match(program.Output).Groups["minutes"].Value;
        var rows = tool.Output.Split('\n').Select(row => row.Split(',')).ToList();
        var seconds = Number(rows[1][Array.IndexOf(rows[0], "makespan_mean_s")]);
        Assert.That(Number(minutes), Is.EqualTo(seconds / 60).Within(0.051));
    }

    private static string Execute(string notebook, string folder, (string Name, string Value) study)
    {
        if (!File.Exists(Jupyter))
        {
            Assert.Ignore("Jupyter is not installed: the notebooks are left out (Debian package jupyter-nbconvert).");
        }

        // the interpreter of the system, whatever else comes first in PATH
        var (exitCode, _, errors) = Tool.RunProgram(
            Jupyter,
            [("PATH", "/usr/bin:/bin"), ("PYDEVD_DISABLE_FILE_VALIDATION", "1"), study],
            ["--to", "html", "--execute", "--output-dir", folder, $"notebooks/{notebook}.ipynb"]
        );
        Assert.That(exitCode, Is.Zero, errors);
        return File.ReadAllText(Path.Combine(folder, notebook + ".html"));
    }

    private static int Pictures(string page) => OutputPicture().Count(page);

    private static double Number(string text) =>
        double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<img[^>]*src=""data:image/png;base64", RegexOptions.None, 10_000)]
    private static partial Regex OutputPicture();

    [GeneratedRegex(
        @"Largest distance on this grid: (?<grid>[\d.]+); `fit` says (?<told>[\d.]+) over",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Distances();

    [GeneratedRegex(@"cluster\.nodes = 100\s+(?<minutes>[\d.,]+) min", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Minutes();
}
