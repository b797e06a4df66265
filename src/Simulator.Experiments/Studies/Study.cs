using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Studies;

/// <summary>A <c>run</c> or a <c>sweep</c> from scenario to findings: runs the cells, then reads them.</summary>
public static class Study
{
    /// <summary>Answers a scenario.</summary>
    /// <param name="command"><c>sweep</c> or <c>estimate</c>; any other, such as <c>run</c>, ignores the scenario's sweep.</param>
    /// <param name="scenario">The scenario, overrides applied.</param>
    /// <param name="options">How it is carried out.</param>
    /// <param name="observer">Who follows it.</param>
    /// <param name="cancellation">Stops within a fraction of a second; finished units are kept where there is a folder.</param>
    /// <returns>The findings, without the answer in words.</returns>
    /// <exception cref="DeadlockException">Everybody waits for somebody.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static StudyResult Run(
        string command,
        Scenario scenario,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        var isSweep = Cell.IsSweep(command);
        var cells = Cell.Of(command, scenario);
        using var runner = new StudyRunner(options, observer);
        var replications = runner.Run(cells, cancellation);
        var results = Reduce(cells, replications, options.Threads, cancellation);
        replications = [.. replications.Select(CellFindings.Completed)];
        var focus = StudyResult.FocusOf(results);
        var model = cells[focus.Index].Scenario;
        var through = CurveThrough(scenario, cells, results, focus);
        var waterfall = Ladder.Of(model, focus, options.Threads, cancellation);
        var curve = new GrowthCurve(scenario, isSweep, results);
        var band = curve.Band(replications);
        var removal = new Removal(options, observer, cancellation);
        var register =
            through.Count == 0 ? [] : ThresholdRegister.Of(removal, through, results, replications, waterfall);
        var thresholds = FittedKnee.AddTo(
            register,
            curve.Law,
            [.. through.Select(cell => results[cell.Index])],
            replications
        );
        return new StudyResult
        {
            Command = command,
            Scenario = scenario.Name,
            Question = scenario.Question ?? "",
            ScenarioHash = scenario.Hash,
            Published = scenario.Published,
            Seed = scenario.Seed,
            Confidence = scenario.Goals.Confidence,
            ShareVerified = scenario.Goals.ShareVerified,
            Epsilon = scenario.Goals.Deviation,
            DeadlineSeconds = scenario.Goals.Deadline?.Seconds,
            HasRandomDurations = scenario.Model.Update.Steps.Any(step =>
                step.Takes is DurationSpec.Drawn { Law.Variance: > 0 }
            ),
            Axes = isSweep ? [.. scenario.Sweep.Axes.Select(axis => axis.Path)] : [],
            Cells = results,
            Thresholds = thresholds,
            Waterfall = waterfall,
            Law = curve.Law,
            LawBand = band,
            Predictions = LawPredictions.Of(curve.Law, band, options.Predict),
            Segments = curve.Segments(thresholds),
            Horizon = curve.Horizon(results[0].T1),
            Progress = ProgressSeries.Of(
                Rollout.Run(CellPlan.Of(model.Model).Real, scenario.Seed, 0, cancellation: cancellation)
            ),
            Answer = [],
            Warnings =
            [
                .. StudyWarnings.Of(scenario, command, results),
                .. LawPredictions.Warnings(curve.Law, options.Predict),
            ],
        };
    }

    /// <summary>The cells with a makespan that differ from one cell in nothing but N, in the order of N.</summary>
    private static List<Cell> CurveThrough(
        Scenario scenario,
        IReadOnlyList<Cell> cells,
        List<CellResult> results,
        CellResult focus
    )
    {
        var others = scenario
            .Sweep.Axes.Select((axis, place) => (axis.Path, Place: place))
            .Where(axis => axis.Path != "cluster.nodes" && axis.Place < focus.AxisValues.Count)
            .Select(axis => axis.Place)
            .ToList();
        return
        [
            .. cells
                .Where(cell => results[cell.Index].Makespan is not null)
                .Where(cell => others.TrueForAll(place => cell.AxisValues[place] == focus.AxisValues[place]))
                .OrderBy(cell => cell.Nodes),
        ];
    }

    private static List<CellResult> Reduce(
        IReadOnlyList<Cell> cells,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> replications,
        int threads,
        CancellationToken cancellation
    )
    {
        var single = new Dictionary<string, SingleNodeTimes>(StringComparer.Ordinal);
        var results = new List<CellResult>();
        foreach (var cell in cells)
        {
            if (!single.TryGetValue(cell.Scenario.Hash, out var times))
            {
                times = ReferenceTimes.SingleNode(cell.Scenario, threads, cancellation);
                single.Add(cell.Scenario.Hash, times);
            }

            var done = replications[cell.Index];
            results.Add(CellFindings.Of(cell, done, ReferenceTimes.Of(cell.Scenario, times, done)));
        }

        return results;
    }
}
