using Simulator.Analysis.Estimates;
using Simulator.Analysis.Horizons;
using Simulator.Analysis.OrderStatistics;
using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Floors;

/// <summary>An <c>estimate</c> from scenario to findings: the theoretical O(1) number and what it is made of.</summary>
public static class EstimateStudy
{
    private const int NodeRuns = 2_000_000;
    private const int Fewest = 60;
    private const int Most = 300;
    private const int SingleSamples = 30;

    /// <summary>Answers a scenario.</summary>
    /// <param name="scenario">The scenario with N as its only axis, as <see cref="SizeAxis"/> makes it; its own N is the one told of.</param>
    /// <param name="options">How it is carried out.</param>
    /// <param name="observer">Who follows it.</param>
    /// <param name="cancellation">Stops between events; finished units are kept where there is a folder.</param>
    public static FloorEstimate Run(
        Scenario scenario,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        var study = Study.Run("estimate", scenario, options, observer, cancellation);
        NoneCompletedException.ThrowIfSo(study);
        var count = options.Replications ?? Math.Clamp(NodeRuns / scenario.Model.Cluster.Nodes, Fewest, Most);
        var runs = Replications.First(scenario.Seed, count, options.Threads, cancellation);
        var law = FloorLaw.Of(scenario.Model);
        var confidence = scenario.Goals.Confidence;
        return new FloorEstimate
        {
            Study = study,
            Figures =
            [
                .. Single(scenario, runs),
                .. law is not null
                    ? Exact("t_inf", law, 0.5, 0.95)
                    : Sampled("t_inf", Solo(scenario.Model, runs), confidence, 0.5, 0.95),
                .. Failures(study.Focus, confidence),
            ],
            Tails = new StepTails(scenario, runs).Of(),
            Ceiling = law is { Upper: var upper } && double.IsFinite(upper) ? upper : null,
            Unbounded =
            [
                .. scenario
                    .Model.Update.Steps.Where(step =>
                        step.Takes is DurationSpec.Drawn drawn && double.IsPositiveInfinity(drawn.Law.Maximum)
                    )
                    .Select(step => step.Name),
            ],
            Acceptance = Acceptance.Test([.. study.Cells.Select(Tested)], study.Epsilon),
        };
    }

    private static AcceptanceCell Tested(CellResult cell) =>
        new(
            cell.Nodes,
            [.. cell.Runs.Select(run => run.Run.Makespan)],
            cell.IsTInfExact ? [cell.TInf] : [.. cell.Runs.Select(run => run.Solo)]
        );

    /// <summary>T_1: one node as a rollout of its own.</summary>
    private static IEnumerable<FloorFigure> Single(Scenario scenario, Replications runs)
    {
        var alone = scenario.Model with { Cluster = scenario.Model.Cluster with { Nodes = 1 } };
        if (FloorLaw.Of(alone) is { } law)
        {
            return Exact("t_1", law, 0.5);
        }

        var nodes = ReferenceTimes.NodesOf(scenario.Model);
        var many = scenario.Model with { Cluster = scenario.Model.Cluster with { Nodes = nodes } };
        var plan = UpdatePlan.Compile(many, PlanOptions.SingleNode);
        var ends = Replications
            .First(runs.Seed, SingleSamples, runs.Threads, runs.Cancellation)
            .Of(
                [plan],
                record => Enumerable.Range(0, record.Nodes).Select(node => record.EndOf(node).Seconds).ToArray()
            )[0];
        var confidence = scenario.Goals.Confidence;
        var mean = Estimate.FromReplications([.. ends.Select(own => own.Average())], confidence);
        var median = Quantile("t_1", [.. ends.SelectMany(own => own)], 0.5, confidence);
        return [new FloorFigure("t_1", mean.Mean, mean.Lower, mean.Upper, IsExact: false), median];
    }

    private static double[] Solo(Model model, Replications runs) =>
        runs.Makespans([UpdatePlan.Compile(model, PlanOptions.Solo)])[0];

    private static IEnumerable<FloorFigure> Exact(string name, Law law, params double[] shares) =>
        [
            new FloorFigure(name, law.Mean(), null, null, IsExact: true),
            .. shares.Select(share => new FloorFigure(
                NameOf(name, share),
                law.Quantile(share),
                null,
                null,
                IsExact: true
            )),
        ];

    private static IEnumerable<FloorFigure> Sampled(
        string name,
        double[] draws,
        double confidence,
        params double[] shares
    )
    {
        var mean = Estimate.FromReplications(draws, confidence);
        return
        [
            new FloorFigure(name, mean.Mean, mean.Lower, mean.Upper, IsExact: false),
            .. shares.Select(share => Quantile(name, draws, share, confidence)),
        ];
    }

    private static FloorFigure Quantile(string name, double[] draws, double share, double confidence)
    {
        var quantile = QuantileEstimate.FromReplications(draws, share, confidence);
        return new FloorFigure(NameOf(name, share), quantile?.Value, quantile?.Lower, quantile?.Upper, IsExact: false);
    }

    private static string NameOf(string name, double share) => FormattableString.Invariant($"{name}_p{100 * share:0}");

    /// <summary>What failures add to T_inf(N), from pairs of runs.</summary>
    private static IEnumerable<FloorFigure> Failures(CellResult cell, double confidence)
    {
        if (cell.Runs.Any(run => run.SoloWithFailures is null))
        {
            return [];
        }

        var added = Estimate.FromReplications(
            [.. cell.Runs.Select(run => run.SoloWithFailures!.Value - run.Solo)],
            confidence
        );
        return [new FloorFigure("failures_add", added.Mean, added.Lower, added.Upper, IsExact: false)];
    }
}
