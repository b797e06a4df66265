using System.Globalization;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Floors;

/// <summary>The sizes over which horizon, class and acceptance are told: those of the file up to N, else a grid.</summary>
public static class SizeAxis
{
    private const string Path = "cluster.nodes";
    private const int Points = 9;

    /// <summary>A scenario with N as its only axis.</summary>
    /// <param name="scenario">The scenario; its own N is the largest size.</param>
    /// <returns>The sizes of its sweep that are below N, or nine in equal ratios from 1 on; N itself is the last.</returns>
    public static Scenario Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var largest = scenario.Model.Cluster.Nodes;
        var own = scenario
            .Sweep.Axes.Where(axis => axis.Path == Path)
            .SelectMany(axis => axis.Values)
            .Select(text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
            .Where(nodes => nodes < largest)
            .ToList();
        var below = own.Count > 0 ? own : Grid(largest);
        string[] values =
        [
            .. below.Append(largest).Distinct().Order().Select(nodes => nodes.ToString(CultureInfo.InvariantCulture)),
        ];
        return scenario.WithOnlyAxis(Path, values);
    }

    private static List<int> Grid(int largest) =>
        [
            .. Enumerable
                .Range(0, Points)
                .Select(point => (int)Math.Round(Math.Pow(largest, (double)point / (Points - 1))))
                .Where(nodes => nodes < largest),
        ];
}
