using System.Globalization;
using System.Text;
using Simulator.Analysis.Estimates;
using Simulator.Analysis.OrderStatistics;
using Simulator.Experiments.Studies;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Tests.Studies;

/// <summary>
/// How often the 95 % interval of a mean makespan holds the true mean, in 2,000 studies a row: the makespans are maxima over
/// nodes, their means known by quadrature; R is fixed, or found by the stopping rule.
/// </summary>
[Category("Slow")]
public sealed class CoverageStudyTests
{
    private const string Page = "docs/intervals.csv";
    private const int Studies = 2_000;
    private const int Most = 960;
    private const double Level = 0.95;
    private const double FalseAlarm = 1e-4;

    private static readonly int[] Fixed = [10, 30, 100, 300];
    private static readonly double[] Sequential = [0.05, 0.02];

    private static readonly (string Name, Distribution Node, long Nodes)[] Laws =
    [
        ("exponential, 1 node", new Exponential(1), 1),
        ("exponential, 1,000,000 nodes", new Exponential(1), 1_000_000),
        ("lognormal with sigma 1, 1,000 nodes", new Lognormal(0, 1), 1_000),
        ("Weibull with shape 0.5, 1,000 nodes", new Weibull(0.5, 1), 1_000),
    ];

    [Test]
    public void The_committed_table_is_what_comes_out()
    {
        var text = new StringBuilder("makespan,rule,replications_mean,studies,hits,coverage,in_band\n");
        foreach (var (row, makespan) in Rows())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\"{makespan}\",{row.Rule},{row.Replications},{Studies},{row.Hits},{row.Hits / (double)Studies},{(IsInBand(row.Hits) ? "true" : "false")}\n"
            );
        }

        Golden.Compare(text.ToString(), Page);
    }

    [Test]
    public void From_a_hundred_replications_on_intervals_are_honest() =>
        Assert.That(
            Rows().Where(row => row.Row.Rule is "R = 100" or "R = 300").Select(row => row.Row.Hits).ToList(),
            Has.Count.EqualTo(2 * Laws.Length).And.All.Matches<int>(IsInBand)
        );

    private static bool IsInBand(int hits)
    {
        var band = CoverageBand.For(Studies, Level, FalseAlarm);
        return hits >= band.Lower && hits <= band.Upper;
    }

    private static List<(Row Row, string Makespan)> Rows() =>
        [.. Laws.SelectMany((law, index) => RowsOf(law.Node, law.Nodes, (uint)index).Select(row => (row, law.Name)))];

    private static IEnumerable<Row> RowsOf(Distribution node, long nodes, uint law)
    {
        var mean = UncontendedMakespan.Parallel([DistributionLaw.Of(node)], nodes).Mean!.Value;
        var samples = Enumerable.Range(0, Studies).Select(study => Sample(node, nodes, law, (uint)study)).ToList();
        foreach (var count in Fixed)
        {
            var hits = samples.Count(sample => Holds(Estimate.FromReplications(sample[..count], Level), mean));
            yield return new Row($"R = {count}", count, hits);
        }

        foreach (var precision in Sequential)
        {
            var rule = new StoppingRule
            {
                RelativeError = precision,
                Confidence = Level,
                Cap = Most,
            };
            var ends = samples.Select(rule.Judge).ToList();
            yield return new Row(
                string.Create(CultureInfo.InvariantCulture, $"until ± {100 * precision} %"),
                ends.Average(end => (double)end.Replications),
                ends.Count(end => Holds(end.Mean!, mean))
            );
        }
    }

    private static bool Holds(Estimate estimate, double mean) => estimate.Lower <= mean && mean <= estimate.Upper;

    /// <summary>Makespans of one study: the quantile of one node at u^(1/N).</summary>
    private static double[] Sample(Distribution node, long nodes, uint law, uint study)
    {
        var stream = StreamKey.Derive(seed: 20261124, study);
        var values = new double[Most];
        for (var replication = 0u; replication < Most; replication++)
        {
            var u = Elementary.Exp(Elementary.Log(stream.Uniform(replication, law, 1, 0)) / nodes);
            values[replication] = node.Quantile(Math.Min(u, 1 - 1e-16));
        }

        return values;
    }

    private sealed record Row(string Rule, double Replications, int Hits);
}
