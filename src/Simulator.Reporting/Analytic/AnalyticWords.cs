using Simulator.Experiments.Analytic;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Analytic;

/// <summary>The answer by mean values in sentences.</summary>
internal static class AnalyticWords
{
    private const double Narrow = 0.005;

    public static IReadOnlyList<string> Answer(AnalyticResult result)
    {
        var cell = result.Cells.MaxBy(cell => cell.Nodes)!;
        var nodes = cell.Nodes == 1 ? "1 node takes" : $"{HumanCount.Of((long)cell.Nodes)} nodes take";
        var between =
            cell.Upper - cell.Lower <= Narrow * cell.Mean
                ? ""
                : $" (bounds of the mean: {HumanTime.Of(cell.Lower)} to {HumanTime.Of(cell.Upper)})";
        return
        [
            $"{nodes} about {HumanTime.Of(cell.Mean)} in the mean{between}; the floor T_inf is {HumanTime.Of(cell.TInf)}.",
            cell.BoundBy is { } by
                ? $"Most of it is the work of {by}."
                : "No limit has more to do than the slowest node takes alone.",
            $"By arithmetic, nothing was run: usually within {result.Kind.Usual * 100:0} % of the simulated mean for {result.Kind.Name} (docs/analytic.md).",
        ];
    }
}
