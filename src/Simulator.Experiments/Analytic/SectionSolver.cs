using Simulator.Analysis.MeanField;
using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Analytic;

/// <summary>Chooses a grid for a section and solves it.</summary>
internal sealed class SectionSolver(Model model, Levels levels, MeanTimes times)
{
    private const double CellsPerNode = 256;
    private const double CellsInAll = 2048;
    private const double CellsOfTail = 6000;

    /// <summary>E[T] of a section with its bounds; nothing at all for no nodes.</summary>
    /// <exception cref="AnalyticException">Something in it has no form.</exception>
    public MeanTime Solve(Section section)
    {
        if (section.Nodes == 0 || section.Ahead.Count + section.Held.Count == 0)
        {
            return MeanTime.Zero;
        }

        var fine = GridOf(section, isForAll: false);
        var grid = GridOf(section, isForAll: true);
        var (network, names) = NetworkBuilder.Build(model, levels, section, grid);
        var units = section.Nodes / NetworkBuilder.NodesPerUnit(levels, section);
        var lag = section.Lag?.Invoke(grid).Mean ?? 0; // the first round has none
        var floor = Floor(section, fine, units) - lag;
        var loads = network.Loads(units);
        var isFree = network.Claims.Count == 0 && network.Buckets.Count == 0 && network.Links.Count == 0;
        var mean = isFree ? floor : Mean(network, units, Last(network, units)) - lag;

        var lower = Math.Max(floor, loads.DefaultIfEmpty(0).Max());
        var upper = floor + loads.Sum();
        return new MeanTime(
            Math.Clamp(mean, lower, upper),
            floor,
            lower,
            upper,
            names
                .Zip(loads)
                .GroupBy(part => part.First, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Sum(part => part.Second), StringComparer.Ordinal)
        );
    }

    private double Floor(Section section, Grid fine, double units) =>
        Mean(NetworkBuilder.Build(model, levels, section, fine).Network.Free(), units, units);

    /// <summary>Among how many the last unit is: those that may be under way at once.</summary>
    private static double Last(FlowNetwork network, double units) =>
        Math.Max(
            1,
            network.Claims.Select(claim => network.Capacities[claim.Capacity] / claim.Amount).Append(units).Min()
        );

    private static double Mean(FlowNetwork network, double units, double last) =>
        FlowRun.MeanMakespan(network, units, last)
        ?? throw new AnalyticException("cluster.nodes", "the steps are too short for the time that all takes");

    /// <summary>Fine beside a node's own time, or beside all that there is to do, whatever is longer.</summary>
    private Grid GridOf(Section section, bool isForAll)
    {
        StepSpec[] steps = [.. section.Ahead, .. section.Held];
        var own = Math.Max(steps.Sum(step => times.Of(step.Name) * StepGrid.Attempts(step)), 1e-9);
        var tail = Math.Max(1e-15, 1e-3 / section.Nodes);
        var held = section.Held.Sum(step => times.Of(step.Name) * StepGrid.Attempts(step));
        var longest = steps.Select(step => Longest(step, tail)).Max();
        var all = isForAll ? Work(section, held) : 0;
        var step = Math.Max(Math.Max(own / CellsPerNode, all / CellsInAll), longest / CellsOfTail);
        var isLoop = section.Places is not null && held > 16 * step;
        return new Grid(isLoop ? held / Math.Round(held / step) : step, tail);
    }

    private double Work(Section section, double held)
    {
        StepSpec[] steps = [.. section.Ahead, .. section.Held];
        var part = model with { Update = new UpdateSpec { Steps = steps } };
        var loads = ServiceLoad.Of(part, times).Select(load => load.SecondsPerNode * section.Nodes);
        var units = section.Nodes / NetworkBuilder.NodesPerUnit(levels, section);
        return loads.Append(section.Places is { } places ? units * held / places : 0).Max();
    }

    /// <summary>A time that few nodes exceed; a long tail must not make the grid so coarse that the body is lost.</summary>
    private static double Longest(StepSpec step, double tail) =>
        step.Takes switch
        {
            DurationSpec.Drawn drawn => Math.Min(
                drawn.Law.InverseCdf(1 - Math.Max(tail, 1e-12)),
                2_000 * Math.Max(drawn.Law.Mean, 1e-9)
            ),
            _ => 0,
        };
}
