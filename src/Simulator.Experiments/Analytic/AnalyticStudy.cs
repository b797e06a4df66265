using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Analytic;

/// <summary>Answers <c>run</c> and <c>sweep</c> with mean values instead of runs.</summary>
public static class AnalyticStudy
{
    /// <summary>N at most.</summary>
    public const int MostNodes = 1_000_000_000;

    private const string NodesPath = "cluster.nodes";

    /// <summary>Answers every cell; milliseconds each, whatever N.</summary>
    /// <param name="command"><c>run</c> or <c>sweep</c>.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="sizes">N instead of the file's, each from 1 to <see cref="MostNodes"/>; none for the file's own.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AnalyticException">A key has no mean-value form.</exception>
    public static AnalyticResult Run(string command, Scenario scenario, IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(sizes);
        var isSweep = Cell.IsSweep(command);
        var axes = isSweep ? scenario.Sweep.Axes.Select(axis => axis.Path).ToList() : [];
        var cells =
            sizes.Count == 0 ? Cell.Of(command, scenario).Select(cell => Of(cell, cell.Nodes)).ToList() : Sized();
        return new AnalyticResult(
            command,
            scenario,
            axes,
            cells,
            AnalyticKinds.Of(scenario.Model),
            DeclaredLimits.Of(scenario.Model),
            Warnings(scenario.Model)
        );

        List<AnalyticCell> Sized()
        {
            // one axis of sizes, the file's own or a new one, with a place holder: sizes may be larger than a run takes
            var one = isSweep ? scenario.WithAxis(NodesPath, ["1"]) : scenario;
            axes = isSweep ? [.. one.Sweep.Axes.Select(axis => axis.Path)] : [];
            var place = axes.IndexOf(NodesPath);
            return
            [
                .. sizes.SelectMany(size => Cell.Of(command, one).Select(cell => Of(With(cell, place, size), size))),
            ];
        }
    }

    private static Cell With(Cell cell, int place, int size) =>
        place < 0
            ? cell
            : cell with
            {
                AxisValues = [.. cell.AxisValues.Select((value, index) => index == place ? size.ToString() : value)],
            };

    private static AnalyticCell Of(Cell cell, int nodes)
    {
        var model = cell.Scenario.Model;
        model = model with { Cluster = model.Cluster with { Nodes = nodes } };
        var time = RolloutSolver.Solve(model);
        var busiest = time.Loads.Count == 0 ? default : time.Loads.MaxBy(load => load.Value);
        return new AnalyticCell
        {
            AxisValues = cell.AxisValues,
            Nodes = nodes,
            Mean = time.Mean,
            Lower = time.Lower,
            Upper = time.Upper,
            T1 = RolloutSolver.Single(model),
            TInf = time.Floor,
            BoundBy = busiest.Value > time.Floor ? busiest.Key : null,
        };
    }

    private static List<string> Warnings(Model model)
    {
        var warnings = new List<string>();
        if (model.Rollout.CanHalt)
        {
            warnings.Add(
                "Failures, probes and deadlines can stop this rollout; the mean is that of one that is not stopped."
            );
        }

        if (model.Update.Steps.Any(step => step.Takes is DurationSpec.Listed))
        {
            warnings.Add("Listed durations are taken as a sample: which node has which is left out.");
        }

        return warnings;
    }
}
