using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Sweeps;

/// <summary>One setting of the axes of a sweep.</summary>
/// <param name="Index">Place in the order of expansion, from 0.</param>
/// <param name="AxisValues">The values of the axes, as the scenario would write them.</param>
/// <param name="Scenario">The scenario with these values.</param>
public sealed record Cell(int Index, IReadOnlyList<string> AxisValues, Scenario Scenario)
{
    /// <summary>N.</summary>
    public int Nodes => Scenario.Model.Cluster.Nodes;

    /// <summary>Whether a command answers every cell of the scenario's sweep: <c>sweep</c> and <c>estimate</c> do.</summary>
    /// <param name="command">The command.</param>
    public static bool IsSweep(string command) => command is "sweep" or "estimate";

    /// <summary>The cells that a command answers: all of a sweep, else the scenario itself.</summary>
    /// <param name="command">The command, such as <c>run</c> or <c>sweep</c>.</param>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<Cell> Of(string command, Scenario scenario) =>
        IsSweep(command) ? Expand(scenario) : [Single(scenario)];

    /// <summary>The one cell of a <c>run</c>.</summary>
    public static Cell Single(Scenario scenario) => new(0, [], scenario);

    /// <summary>All settings of a scenario's sweep, the last axis fastest; the cell itself where it has no sweep.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<Cell> Expand(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var cells = new List<Cell> { Single(scenario) };
        foreach (var axis in scenario.Sweep.Axes)
        {
            cells =
            [
                .. cells.SelectMany(cell =>
                    axis.Values.Select(value => new Cell(
                        0,
                        [.. cell.AxisValues, value],
                        cell.Scenario.With(axis.Path, value)
                    ))
                ),
            ];
        }

        return [.. cells.Select((cell, index) => cell with { Index = index })];
    }
}
