using System.Globalization;
using System.Text.Json;

namespace Simulator.Acceptance.Tests;

/// <summary><c>o1sim fit</c> on published logs and on bad ones.</summary>
public sealed class FitTests
{
    private const string Repairs = "scenarios/data/lanl-1996-2005-repairs.csv";
    private const string Outages = "scenarios/data/google-2011-outages.csv";
    private static readonly string[] OfRepairs = ["fit", Repairs, "--columns", "duration=down_min", "--unit", "min"];
    private static readonly string[] OfOutages =
    [
        "fit",
        Outages,
        "--columns",
        "node=machine,start=removed_us,end=added_us",
        "--unit",
        "us",
        "--step",
        "outage",
    ];

    [Test]
    public void Repairs_of_Los_Alamos_are_lognormal()
    {
        var (exitCode, output, errors) = Tool.Run([.. OfRepairs, "--step", "repair", "--format", "json"]);

        Assert.That(exitCode, Is.Zero, errors);
        using var json = JsonDocument.Parse(output);
        var step = json.RootElement.GetProperty("fit")[0];
        Assert.That(step.GetProperty("law").GetString(), Is.EqualTo("lognormal"));
        Assert.That(step.GetProperty("verdict").GetString(), Is.EqualTo("adequate"));
        Assert.That(step.GetProperty("ok").GetInt64(), Is.EqualTo(23_552));
        var chosen = json.RootElement.GetProperty("laws").EnumerateArray().Where(IsTrue("is_chosen")).ToList();
        // mu in ln min and sigma, within 1 % of the moments of the logarithms
        Assert.That(Number(chosen[0], "value_in_log_unit"), Is.EqualTo(4.1537).Within(1).Percent);
        Assert.That(Number(chosen[1], "value"), Is.EqualTo(1.4024).Within(1).Percent);
        Assert.That(Number(step, "ks_distance"), Is.EqualTo(0.041).Within(0.001));
    }

    [Test]
    public void Outages_of_the_Google_cell_are_a_mixture_with_a_sharp_peak_at_the_restarts()
    {
        var (exitCode, output, errors) = Tool.Run([.. OfOutages, "--format", "json"]);

        Assert.That(exitCode, Is.Zero, errors);
        using var json = JsonDocument.Parse(output);
        var step = json.RootElement.GetProperty("fit")[0];
        Assert.That(step.GetProperty("law").GetString(), Is.EqualTo("mixture"));
        Assert.That(step.GetProperty("verdict").GetString(), Is.EqualTo("adequate"));
        Assert.That(step.GetProperty("unfinished").GetInt64(), Is.EqualTo(97));
        var laws = json.RootElement.GetProperty("laws").EnumerateArray().ToList();
        Assert.That(laws.Where(law => !IsTrue("is_chosen")(law)).All(law => Number(law, "ks_distance") > 0.05));
        var parts = laws.Where(IsTrue("is_chosen")).Select(law => Number(law, "value")).Chunk(3).ToList();
        // the peak: share 0.10 to 0.25, centre 15.7 to 17.3 min, narrower than 2 %
        var peaks = parts.Where(part => part[2] < 0.02).ToList();
        Assert.That(peaks, Has.Count.EqualTo(1));
        Assert.That(peaks[0][0], Is.InRange(0.10, 0.25));
        Assert.That(peaks[0][1] / 60, Is.InRange(15.7, 17.3));
    }

    [Test]
    [Category("Slow")]
    public void The_fragment_of_a_fit_runs_in_a_scenario()
    {
        var folder = Tool.NewFolder();
        string[] fitOfCauses = [.. OfRepairs[..3], "duration=down_min,step=cause", "--unit", "min", "--out", folder];
        var first = Tool.Run(fitOfCauses);
        var fragment = File.ReadAllText(Path.Combine(folder, "fragment.yaml"));
        var scenario = Path.Combine(folder, "repairs.yaml");
        File.WriteAllText(scenario, "schema: 1\nname: repairs\nseed: 1\ncluster: { nodes: 100 }\n" + fragment);

        var again = Tool.Run(fitOfCauses);
        var run = Tool.Run("run", scenario, "--replications", "2", "--format", "csv");

        Assert.That(first.ExitCode, Is.Zero, first.Errors);
        Assert.That(again.Output, Is.EqualTo(first.Output));
        Assert.That(File.ReadAllText(Path.Combine(folder, "fragment.yaml")), Is.EqualTo(fragment));
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        var other = Tool.Run([.. OfOutages, "--out", folder]);
        Assert.That(other.ExitCode, Is.EqualTo(2));
        Assert.That(other.Errors, Does.Contain("--force"));
    }

    [Test]
    public void Bad_rows_are_named_and_the_rest_is_used_only_when_asked_for()
    {
        var log = Path.Combine(Tool.NewFolder(), "log.csv");
        var good = Enumerable
            .Range(0, 30)
            .Select(node => string.Create(CultureInfo.InvariantCulture, $"n{node},boot,0,{100 + node}"));
        File.WriteAllLines(log, ["node,step,start,end", "x,boot,9,5", "y,,0,5", .. good]);

        var refused = Tool.Run("fit", log);
        var used = Tool.Run("fit", log, "--use-rest", "--format", "csv");

        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Output, Is.Empty);
        Assert.That(refused.Errors, Does.Contain("row 2: it ends at '5'").And.Contain("row 3: the step is missing"));
        Assert.That(refused.Errors, Does.Contain("2 rows cannot be used").And.Contain("--use-rest"));
        Assert.That(used.ExitCode, Is.Zero);
        Assert.That(used.Errors, Does.Contain("row 2"));
        Assert.That(used.Output, Does.StartWith("step,law,verdict,ok,").And.Contain("\nboot,"));
    }

    [TestCase("fit", "missing.csv")]
    [TestCase("fit", Repairs)]
    [TestCase("fit", Repairs, "--columns", "duration")]
    [TestCase("fit", Repairs, "--columns", "duration=down", "--step", "repair")]
    [TestCase("fit", Repairs, "--columns", "length=down_min", "--step", "repair")]
    [TestCase("fit", Repairs, "--columns", "duration=down_min", "--step", "repair", "--unit", "minutes")]
    [TestCase("fit", Repairs, "--columns", "duration=down_min", "--step", "repair", "--poll", "often")]
    [TestCase("fit", Repairs, "--columns", "duration=down_min", "--step", "repair", "--poll", "boot=30s")]
    public void Bad_options_end_with_2_and_say_why_on_stderr_only(params string[] arguments)
    {
        var (exitCode, output, errors) = Tool.Run(arguments);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(errors, Is.Not.Empty.And.Not.Contain("   at "));
    }

    private static Func<JsonElement, bool> IsTrue(string name) => element => element.GetProperty(name).GetBoolean();

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
