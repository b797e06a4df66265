using System.Globalization;
using System.Text;
using Simulator.Analysis.Estimates;
using Simulator.Analysis.Fitting;
using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Logs;

/// <summary>
/// Whether <c>fit</c> finds the parameters of a simulated log again: 500 logs of rollouts whose ends are looked for every 30 s and
/// which are cut while 30 % of the attempts of each step are under way; how often each 95 % interval holds what was simulated.
/// </summary>
public sealed class RecoveryStudyTests
{
    private const string Page = "docs/recovery.csv";
    private const int All = 500;
    private const int First = 25;
    private const int Nodes = 200;
    private const double Level = 0.95;
    private const double FalseAlarm = 1e-4;

    /// <summary>When the log is cut, in seconds; steps begin so long before that 30 % of them have not ended.</summary>
    private const double Cut = 100_000;

    private static readonly Step[] Steps =
    [
        new("lognormal", "{ lognormal: { mu: 6.4, sigma: 0.5, unit: s } }", Age: 797.2, [("mu", 6.4), ("sigma", 0.5)]),
        new("gamma", "{ gamma: { mean: 600 s, cv: 0.5 } }", Age: 729.3, [("mean", 600), ("cv", 0.5)]),
        new("weibull", "{ weibull: { shape: 1.5, scale: 600 s } }", Age: 694, [("shape", 1.5), ("scale", 600)]),
        new("exponential", "{ exponential: { mean: 600 s } }", Age: 737.4, [("mean", 600)]),
    ];

    [Test]
    [Category("Slow")]
    public void The_first_logs_give_the_committed_rows()
    {
        var (hits, open) = Count(First);
        var committed = File.ReadLines(Path.Combine(Golden.Root, Page))
            .Where(row => row.Contains($",{First},", StringComparison.Ordinal));

        Assert.That(Rows(First, hits, open), Is.EqualTo(committed));
    }

    [Test]
    [Category("Nightly")]
    public void The_committed_table_is_what_comes_out_and_intervals_are_honest()
    {
        var (few, fewOpen) = Count(First);
        var (hits, open) = Count(All);
        string[] rows =
        [
            "law,parameter,simulated,attempts,under_way,logs,hits,coverage,in_band",
            .. Rows(First, few, fewOpen),
            .. Rows(All, hits, open),
        ];

        Golden.Compare(string.Join('\n', rows) + "\n", Page);
        Assert.That(rows[1..], Has.All.EndsWith("true"));
    }

    private static IEnumerable<string> Rows(int logs, int[][] hits, long[] open)
    {
        var band = CoverageBand.For(logs, Level, FalseAlarm);
        return Steps.SelectMany(
            (step, law) =>
                step.Parameters.Select(
                    (own, place) =>
                    {
                        var held = hits[law][place];
                        var isInBand = held >= band.Lower && held <= band.Upper;
                        return string.Create(
                            CultureInfo.InvariantCulture,
                            $"{step.Name},{own.Name},{own.Value},{Nodes},{open[law] / (double)(logs * Nodes):0.000},{logs},{held},{held / (double)logs},{(isInBand ? "true" : "false")}"
                        );
                    }
                )
        );
    }

    private static (int[][] Hits, long[] Open) Count(int logs)
    {
        var hits = Steps.Select(step => new int[step.Parameters.Length]).ToArray();
        var open = new long[Steps.Length];
        var plans = Steps.Select(PlanOf).ToArray();
        Parallel.For(
            0,
            logs,
            log =>
            {
                var found = Fitted(plans, log);
                for (var law = 0; law < Steps.Length; law++)
                {
                    Interlocked.Add(ref open[law], found[law].Unfinished);
                    for (var parameter = 0; parameter < hits[law].Length; parameter++)
                    {
                        if (Holds(found[law], Steps[law], parameter))
                        {
                            Interlocked.Increment(ref hits[law][parameter]);
                        }
                    }
                }
            }
        );
        return (hits, open);
    }

    /// <summary>What <c>fit</c> makes of a log of all steps.</summary>
    private static List<StepFit> Fitted(UpdatePlan[] plans, int log)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"recovery-{log}.csv");
        var text = new StringBuilder("node,step,start,end\n");
        for (var law = 0; law < plans.Length; law++)
        {
            var record = Rollout.Run(plans[law], seed: 20261124, (ulong)log);
            var start = Cut - Steps[law].Age;
            for (var node = 0; node < Nodes; node++)
            {
                var end = start + record.EndOf(node).Seconds;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{node},{Steps[law].Name},{start:F3},{(end <= Cut ? end.ToString("F3", CultureInfo.InvariantCulture) : "")}\n"
                );
            }
        }

        File.WriteAllText(file, text.ToString());
        var options = new LogOptions
        {
            Polls = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "30s" },
            Until = Cut.ToString(CultureInfo.InvariantCulture),
        };
        var fit = LogStudy.Run(file, options);
        File.Delete(file);
        return [.. Steps.Select(step => fit.Steps.Single(own => own.Step.Equals(step.Name, StringComparison.Ordinal)))];
    }

    private static bool Holds(StepFit fit, Step step, int parameter)
    {
        var (name, value) = step.Parameters[parameter];
        var own = fit.Fit!.Candidates.Single(law => law.Law.Name.Equals(step.Name, StringComparison.Ordinal));
        var estimate = own.Estimates.Single(estimate => estimate.Name.Equals(name, StringComparison.Ordinal));
        return estimate.Lower <= value && value <= estimate.Upper;
    }

    private static UpdatePlan PlanOf(Step step) =>
        UpdatePlan.Compile(
            ScenarioFile
                .Parse(
                    $$"""
                    schema: 1
                    name: recovery
                    cluster: { nodes: {{Nodes}} }
                    update: { steps: { work: { takes: {{step.Takes}}, poll: { period: 30 s, phase: uniform } } } }
                    """,
                    "recovery.yaml",
                    ""
                )
                .Model
        );

    /// <param name="Name">Step and law.</param>
    /// <param name="Takes">The law as a scenario writes it.</param>
    /// <param name="Age">How long before the cut it begins, in seconds: its quantile 0.7, half a poll later.</param>
    /// <param name="Parameters">What is simulated, as <c>fit</c> names it.</param>
    private sealed record Step(string Name, string Takes, double Age, (string Name, double Value)[] Parameters);
}
