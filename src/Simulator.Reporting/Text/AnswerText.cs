using Simulator.Analysis.Horizons;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The answer of a study in words: how long, how far from O(1), which limit, up to which size.</summary>
public static class AnswerText
{
    private const double WorthSaying = 0.01;

    /// <summary>The sentences, the most important first.</summary>
    /// <param name="study">The study.</param>
    /// <returns>One sentence or two a line; empty where no cell completed.</returns>
    public static IReadOnlyList<string> Of(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var cell = study.Focus;
        if (cell.Makespan is null)
        {
            return [];
        }

        var lines = new List<string> { Headline(cell), Deviation(cell) };
        lines.AddRange(LimitSentences.Of(study));
        if (study.Horizon?.AgainstTInf is { } horizon)
        {
            lines.Add(HorizonLine(horizon, study.Epsilon));
        }

        if (study.Segments.Count > 0)
        {
            var growth = study.Segments.Select(part =>
                $"{part.Class} from N = {HumanCount.Of(part.From)} to {HumanCount.Of(part.To)}"
            );
            lines.Add($"T(N) is {string.Join(", ", growth)}.");
        }

        if (study.Thresholds.Any(row => row.Kind is "batch" or "waves") && cell.TInf > cell.T1 * (1 + WorthSaying))
        {
            lines.Add(
                "Durations are random: stragglers blur the steps of the staircase, so T is not a multiple of one node's time."
            );
        }

        return lines;
    }

    private static string Headline(CellResult cell)
    {
        var nodes = cell.Nodes == 1 ? "In the runs 1 node took" : $"{HumanCount.Of(cell.Nodes)} nodes take";
        return $"{nodes} {HumanTime.Of(cell.Makespan!.Mean)}; one node takes {HumanTime.Of(cell.T1)} on average; the floor at this size,"
            + $" the theoretical O(1) number, is {HumanTime.Of(cell.TInf)}.";
    }

    private static string Deviation(CellResult cell)
    {
        var makespan = cell.Makespan!;
        var isToldApart = makespan.Count > 1 && makespan.Lower > cell.TInf;
        return isToldApart && cell.DeviationRemovable is { } removable && removable > WorthSaying
            ? $"That is {HumanShare.Deviation(removable)} above the floor: limits cost {HumanTime.Of(makespan.Mean - cell.TInf)}."
            : "That is the floor as far as the replications can tell: no limit costs anything to speak of at this size.";
    }

    private static string HorizonLine(Horizon horizon, double epsilon)
    {
        var within = $"within {HumanShare.Of(epsilon)} of the floor";
        if (horizon.AllTested)
        {
            return $"It is O(1), {within}, at all tested sizes from N = {HumanCount.Of(horizon.From)}.";
        }

        return horizon.LastHolding is { } last
            ? $"It is O(1), {within}, up to N = {HumanCount.Of(last)}; at N = {HumanCount.Of(horizon.FirstExceeding)} no more."
            : $"It is not O(1), {within}, at any tested size.";
    }
}
