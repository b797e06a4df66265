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
            return [.. BlastSentence.Of(cell)];
        }

        List<string> lines = [Headline(study), .. BlastSentence.Of(cell)];
        if (cell.FailedNodesMean > 0)
        {
            lines.Add(Failed(cell));
        }

        lines.Add(Deviation(study));
        lines.AddRange(LimitSentences.Of(study));
        lines.AddRange(OtherAxes(study));
        lines.AddRange(DeadlineSentence.Of(study));
        if (study.Horizon?.AgainstTInf is { } horizon)
        {
            lines.Add(HorizonLine(horizon, study.Epsilon));
        }

        var growth = study.Segments.Where(part => part.Class is not null).Select(SegmentText.Growth).ToList();
        if (growth.Count > 0)
        {
            lines.Add($"T(N) is {string.Join(", ", growth)}.");
        }

        if (study.Thresholds.Any(row => row.Kind is "batch" or "waves") && study.HasRandomDurations)
        {
            lines.Add(
                "Durations are random: stragglers blur the steps of the staircase, so T is not a multiple of one node's time."
            );
        }

        return lines;
    }

    private static string Headline(StudyResult study)
    {
        var cell = study.Focus;
        var others = FocusText.Others(study);
        var nodes = cell.Nodes == 1 ? "In the runs 1 node took" : $"{HumanCount.Of((long)cell.Nodes)} nodes take";
        return $"{(others.Length > 0 ? $"With {others}: " : "")}{nodes} {HumanTime.Of(cell.Makespan!.Mean)}; one node takes"
            + $" {HumanTime.Of(cell.T1)} on average; the floor at this size, the theoretical O(1) number, is"
            + $" {HumanTime.Of(cell.TInf)}.";
    }

    private static string Failed(CellResult cell)
    {
        var count = cell.FailedNodesMean;
        var nodes =
            count >= cell.Nodes
                ? "All nodes fail for good"
                : $"{HumanCount.Of(count)} of {HumanCount.Of((long)cell.Nodes)} nodes fail for good, in the mean of the runs";
        return $"{nodes}: T(N) is the time until the others are verified and these have given up.";
    }

    private static string Deviation(StudyResult study)
    {
        var cell = study.Focus;
        var makespan = cell.Makespan!;
        var above = makespan.Mean - cell.TInf;
        if (makespan.Count < 2 || makespan.Lower <= cell.TInf || above <= WorthSaying * makespan.Mean)
        {
            return cell.FailedNodesMean > 0 && above < 0
                ? "That is below the floor, because nodes that give up end early."
                : "That is the floor as far as the replications can tell: no limit costs anything to speak of at this size.";
        }

        var failures = study.Waterfall.Where(bar => bar.Cause == "failures").Sum(bar => bar.Seconds);
        var limits = above - failures;
        var factor =
            cell.TInf > 0 ? $"{HumanShare.Deviation(above / cell.TInf)} above the floor" : "all above the floor";
        var parts = new[] { ("failures", failures), ("limits", limits) }
            .Where(part => part.Item2 > WorthSaying * above)
            .Select(part => $"{part.Item1} cost {HumanTime.Of(part.Item2)}");
        return $"That is {factor}: {string.Join(", ", parts)}.";
    }

    /// <summary>From which to which time the values of the other axes lead, at the size that is told of.</summary>
    private static IEnumerable<string> OtherAxes(StudyResult study)
    {
        var cells = study.Cells.Where(cell => cell.Nodes == study.Focus.Nodes && cell.Makespan is not null).ToList();
        if (cells.Count < 2)
        {
            yield break;
        }

        var least = cells.MinBy(cell => cell.Makespan!.Mean)!;
        var most = cells.MaxBy(cell => cell.Makespan!.Mean)!;
        string At(CellResult cell) =>
            $"{HumanTime.Of(cell.Makespan!.Mean)} ({FocusText.Others(study with { Cells = [cell] })})";
        yield return $"Over the values of the sweep, N = {HumanCount.Of((long)study.Focus.Nodes)} takes between {At(least)} and"
            + $" {At(most)}.";
    }

    private static string HorizonLine(Horizon horizon, double epsilon)
    {
        var within = $"within {HumanShare.Of(epsilon)} of the floor";
        if (horizon.AllTested)
        {
            return $"It is O(1), {within}, at all tested sizes from N = {HumanCount.Of(horizon.From)}.";
        }

        return horizon.LastHolding is { } last && last > 1
            ? $"It is O(1), {within}, up to N = {HumanCount.Of(last)}; at N = {HumanCount.Of(horizon.FirstExceeding)} no more."
            : $"It is not O(1), {within}, at any tested size{(horizon.LastHolding is 1 ? " above N = 1" : "")}.";
    }
}
