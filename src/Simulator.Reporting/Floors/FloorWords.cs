using Simulator.Experiments.Floors;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Floors;

/// <summary>The answer of <c>estimate</c> in words: the theoretical O(1) number first.</summary>
public static class FloorWords
{
    private const double WorthSaying = 0.01;

    /// <summary>The sentences, the most important first.</summary>
    /// <param name="estimate">The findings.</param>
    public static IReadOnlyList<string> Answer(FloorEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var lines = new List<string> { Headline(estimate) };
        lines.AddRange(Tails(estimate));
        lines.AddRange(Failures(estimate));
        lines.Add(Ceiling(estimate));
        lines.Add(Verdict(estimate));
        lines.AddRange(AnswerText.Of(estimate.Study));
        return lines;
    }

    /// <summary>What a reader should know before believing it.</summary>
    /// <param name="estimate">The findings.</param>
    public static IReadOnlyList<string> Warnings(FloorEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var lines = new List<string>(estimate.Study.Warnings);
        var missing = estimate.Figures.Where(figure => figure.Seconds is null).Select(figure => figure.Name).ToList();
        if (missing.Count > 0)
        {
            lines.Add(
                $"Not estimable: {string.Join(", ", missing)}; a P95 needs 59 replications and a mean that exists."
            );
        }

        if (estimate.Study.Cells.Count < 4)
        {
            lines.Add(
                "Fewer than four sizes carry no class of growth: write a sweep over cluster.nodes, or a larger N."
            );
        }

        return lines;
    }

    private static string Headline(FloorEstimate estimate)
    {
        var cell = estimate.Study.Focus;
        var (mean, median, late) = (estimate["t_inf"]!, estimate["t_inf_p50"]!, estimate["t_inf_p95"]!);
        return $"The theoretical O(1) number at N = {HumanCount.Of((long)cell.Nodes)} is {Figure(mean)}: T_inf, the time with"
            + $" nothing shared and no limit; half of the runs stay below {HumanTime.Of(median.Seconds)}, 95 % below"
            + $" {HumanTime.Of(late.Seconds)}. One node takes {Figure(estimate["t_1"]!)}.";
    }

    private static string Figure(FloorFigure figure) =>
        figure switch
        {
            { Seconds: null } => "not estimable",
            { IsExact: true } => $"{HumanTime.Of(figure.Seconds)} (exact)",
            { Lower: { } low, Upper: { } high } =>
                $"{HumanTime.Of(figure.Seconds)} ({HumanTime.Of(low)} to {HumanTime.Of(high)})",
            _ => HumanTime.Of(figure.Seconds),
        };

    private static IEnumerable<string> Tails(FloorEstimate estimate)
    {
        var floor = estimate["t_inf"]!.Seconds ?? 0;
        foreach (var tail in estimate.Tails.Where(tail => tail.TailSeconds.Mean > WorthSaying * floor))
        {
            var bound = HumanTime.Of(tail.BoundSeconds);
            var nodes = $"which {HumanCount.Of(tail.NodesBeyond)} of them exceed";
            yield return $"Stragglers of `{tail.Step}` cost {HumanTime.Of(tail.TailSeconds.Mean)} of that floor; bounding it at"
                + $" {bound}, {nodes}, would save {HumanTime.Of(tail.SavedSeconds.Mean)}.";
        }
    }

    private static IEnumerable<string> Failures(FloorEstimate estimate) =>
        estimate["failures_add"] is { } figure ? [$"Failures add {Figure(figure)} to the floor."] : [];

    private static string Ceiling(FloorEstimate estimate) =>
        estimate switch
        {
            { Ceiling: { } ceiling } =>
                $"The floor never exceeds {HumanTime.Of(ceiling)}, whatever N: every step is bounded.",
            { Unbounded.Count: > 0 } => "The floor grows with N without end, if slowly: no upper bound is known for"
                + $" {string.Join(", ", estimate.Unbounded.Select(step => $"`{step}`"))}.",
            _ =>
                "Every step is bounded, so the floor is; its bound is not computed for steps that run side by side, traces and polls.",
        };

    private static string Verdict(FloorEstimate estimate)
    {
        var cells = estimate.Study.Cells;
        var range =
            $"from N = {HumanCount.Of((long)cells.Min(cell => cell.Nodes))} to {HumanCount.Of((long)cells.Max(cell => cell.Nodes))}";
        var verdict = estimate.Acceptance.Accepted switch
        {
            true => "accepted",
            false => "refused",
            _ => "neither accepted nor refused",
        };
        return $"O(1) is {verdict} {range}. {estimate.Acceptance.Reason}";
    }
}
