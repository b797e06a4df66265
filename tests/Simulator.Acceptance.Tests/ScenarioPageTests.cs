using System.Globalization;

namespace Simulator.Acceptance.Tests;

/// <summary>What the page of results says is what the command in its heading prints.</summary>
[Category("Slow")]
public sealed class ScenarioPageTests
{
    private const int LargestSize = 20_000;

    private static IEnumerable<string> Scenarios() =>
        ScenarioPage
            .Figures()
            .Select(figure => figure.Scenario)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Scenarios))]
    public void Every_time_on_the_page_is_what_the_command_prints(string scenario)
    {
        var figures = ScenarioPage
            .Figures()
            .Where(figure => figure.Scenario == scenario && figure.Nodes <= LargestSize)
            .ToList();
        var sizes = string.Join(',', figures.Select(figure => figure.Nodes).Distinct());
        var (exitCode, output, errors) = Tool.Run("sweep", scenario, "--nodes", sizes, "--format", "csv");
        Assert.That(exitCode, Is.Zero, errors);
        var printed = Means(output);

        Assert.Multiple(() =>
        {
            foreach (var figure in figures)
            {
                Assert.That(
                    printed[figure.Nodes],
                    Is.EqualTo(figure.Seconds).Within(figure.HalfDigit * 1.001),
                    $"{scenario} at {figure.Nodes}"
                );
            }
        });
    }

    [Test]
    public void The_page_has_times_of_most_scenarios() => Assert.That(Scenarios().Count(), Is.GreaterThanOrEqualTo(5));

    /// <summary>The mean by N; no cell before it is text.</summary>
    private static Dictionary<int, double> Means(string table)
    {
        var rows = table.Trim().Split('\n').Select(line => line.Split(',')).ToList();
        var (nodes, mean) = (Array.IndexOf(rows[0], "nodes"), Array.IndexOf(rows[0], "makespan_mean_s"));
        return rows.Skip(1)
            .ToDictionary(
                row => int.Parse(row[nodes], CultureInfo.InvariantCulture),
                row => double.Parse(row[mean], CultureInfo.InvariantCulture)
            );
    }
}
