using System.Text.Json;

namespace Simulator.Acceptance.Tests;

/// <summary><c>--engine analytic</c>: sizes that no run reaches, and what it refuses.</summary>
public sealed class AnalyticTests
{
    private const string Firmware = "scenarios/gb200-firmware.yaml";

    [Test]
    public void A_thousand_million_nodes_are_answered_with_bounds_and_the_usual_error()
    {
        var (exitCode, output, errors) = Tool.Run(
            "sweep",
            Firmware,
            "--engine",
            "analytic",
            "--nodes",
            "18,18432,1000000000",
            "--format",
            "json"
        );

        Assert.That(exitCode, Is.Zero, errors);
        using var json = JsonDocument.Parse(output);
        var cells = json.RootElement.GetProperty("cells").EnumerateArray().ToList();
        Assert.That(
            cells.Select(cell => cell.GetProperty("nodes").GetInt64()),
            Is.EqualTo([18, 18_432, 1_000_000_000])
        );
        foreach (var cell in cells)
        {
            var mean = cell.GetProperty("makespan_mean_s").GetDouble();
            Assert.That(
                mean,
                Is.InRange(cell.GetProperty("bound_s").GetDouble(), cell.GetProperty("upper_bound_s").GetDouble())
            );
            Assert.That(cell.GetProperty("usual_error").GetDouble(), Is.EqualTo(0.05));
        }

        // ten at a time for 30.2 min: 3,346,000 s simulated with 18,432 machines
        Assert.That(cells[1].GetProperty("makespan_mean_s").GetDouble(), Is.EqualTo(3_344_396).Within(1).Percent);
    }

    [Test]
    public void Text_says_that_nothing_was_run_and_how_far_off_it_usually_is()
    {
        var (exitCode, output, _) = Tool.Run("run", Firmware, "--engine", "analytic");

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("nothing was run").And.Contain("usually within 5 %"));
    }

    [TestCase("run", "scenarios/retry-storm.yaml", "services.controller.outages")]
    [TestCase("run", Firmware, "--replications needs runs", "--replications", "5")]
    [TestCase("run", Firmware, "--records needs runs", "--records")]
    [TestCase("run", Firmware, "--nodes is '2000000000'", "--nodes", "2000000000")]
    [TestCase("sweep", Firmware, "--predict needs runs", "--predict", "9")]
    public void What_it_cannot_do_is_said_with_exit_code_2(
        string command,
        string file,
        string words,
        params string[] options
    )
    {
        var (exitCode, output, errors) = Tool.Run([command, file, "--engine", "analytic", .. options]);

        Assert.That((exitCode, output), Is.EqualTo((2, string.Empty)));
        Assert.That(errors, Does.Contain(words));
    }
}
