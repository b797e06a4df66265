using System.Globalization;
using Simulator.Analysis.Estimates;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Analytic;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Analytic;

/// <summary>
/// How far the mean-value solver is off: every shipped scenario at the size of its file (100,000 at most), and ten generated ones that
/// it was not tuned for, against thirty simulated replications.
/// </summary>
[Category("Slow")]
public sealed class AnalyticErrorTests
{
    private const string Page = "docs/analytic.csv";
    private const int Replications = 30;
    private const int MostNodes = 100_000;
    private const int Generated = 10;

    private static readonly Lazy<IReadOnlyList<Row>> Rows = new(() => [.. Scenarios().Select(Measure)]);

    [Test]
    public void The_committed_table_is_what_comes_out()
    {
        string[] lines =
        [
            "scenario,kind,nodes,analytic_s,simulated_s,simulated_lo_s,simulated_hi_s,error,refused",
            .. Rows.Value.Select(row => row.Line),
        ];

        Golden.Compare(string.Join('\n', lines) + "\n", Page);
    }

    /// <summary>Or else the simulation itself cannot tell: a mean inside its interval is no error.</summary>
    [Test]
    public void Nine_in_ten_are_as_near_as_their_kind_says()
    {
        foreach (var kind in Rows.Value.Where(row => row.Refused.Length == 0).GroupBy(row => row.Kind))
        {
            var within = kind.Count(row =>
                Math.Abs(row.Error) <= kind.Key.Usual
                || (row.Simulated!.Lower <= row.Mean && row.Mean <= row.Simulated.Upper)
            );

            Assert.That(within, Is.GreaterThanOrEqualTo(0.9 * kind.Count()), kind.Key.Name);
        }
    }

    [Test]
    public void Simulated_means_lie_within_the_bounds_of_the_mean()
    {
        foreach (var row in Rows.Value.Where(row => row.Refused.Length == 0))
        {
            Assert.That(row.Simulated!.Upper, Is.GreaterThanOrEqualTo(0.995 * row.Lower), row.Name);
            Assert.That(row.Simulated!.Lower, Is.LessThanOrEqualTo(1.005 * row.Upper), row.Name);
        }
    }

    private static IEnumerable<(string Name, Scenario Scenario)> Scenarios()
    {
        string[] folders = ["scenarios", "scenarios/compare", "scenarios/elicitation", "scenarios/strategies"];
        var files = folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Golden.Root, folder), "*.yaml"));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var scenario = ScenarioFile.Read(file);
            yield return (
                Path.GetRelativePath(Golden.Root, file),
                scenario.Model.Cluster.Nodes > MostNodes
                    ? scenario.With("cluster.nodes", MostNodes.ToString(CultureInfo.InvariantCulture))
                    : scenario
            );
        }

        for (var number = 1u; number <= Generated; number++)
        {
            var text = new GeneratedScenario(number).Text();
            yield return ($"generated {number}", ScenarioFile.Parse(text, $"generated-{number}.yaml", ""));
        }
    }

    private static Row Measure((string Name, Scenario Scenario) one)
    {
        var (name, scenario) = one;
        var kind = AnalyticKinds.Of(scenario.Model);
        AnalyticCell cell;
        try
        {
            cell = AnalyticStudy.Run("run", scenario, []).Cells[0];
        }
        catch (AnalyticException refusal)
        {
            return new Row(name, kind, scenario.Model.Cluster.Nodes, null, 0, 0, 0, refusal.Path);
        }

        var replications = Running.Replications.First(scenario.Seed, Replications, threads: 2, CancellationToken.None);
        var times = replications.Completions([UpdatePlan.Compile(scenario.Model)])[0].Where(double.IsFinite).ToArray();
        var simulated = Estimate.FromReplications(times, 0.95);
        return new Row(name, kind, cell.Nodes, simulated, cell.Mean, cell.Lower, cell.Upper, "");
    }

    private sealed record Row(
        string Name,
        AnalyticKind Kind,
        int Nodes,
        Estimate? Simulated,
        double Mean,
        double Lower,
        double Upper,
        string Refused
    )
    {
        public double Error => (Mean / Simulated!.Mean) - 1;

        public string Line =>
            Refused.Length > 0
                ? $"{Name},{Kind.Name},{Nodes},,,,,,{Refused}"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name},{Kind.Name},{Nodes},{Mean:G5},{Simulated!.Mean:G5},{Simulated!.Lower:G5},{Simulated!.Upper:G5},{Error:0.0000},"
                );
    }
}
