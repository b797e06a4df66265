using Simulator.Experiments.Attribution;
using Simulator.Experiments.Levers;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Attribution;

/// <summary>The answer of <c>explain</c> in words: shares, what hides what, what to cure first and next, what hurts.</summary>
public static class ExplainWords
{
    private const double WorthSaying = 0.01;
    private const double NotAdditive = 0.05;

    /// <summary>The sentences, the most important first.</summary>
    /// <param name="explanation">What was found out.</param>
    public static IReadOnlyList<string> Answer(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var result = explanation.Attribution;
        var lines = new List<string> { AnswerText.Of(explanation.Study)[0] };
        lines.AddRange(SharesOf(result));
        lines.AddRange(Cures(result));
        lines.AddRange(Hidden(result));
        lines.AddRange(Sums(result));
        lines.AddRange(
            result.Factors.Where(factor => factor.Hurts && IsWorth(-factor.Removal.Mean, result)).Select(Hurts)
        );
        lines.AddRange(result.Elasticities.Where(row => row.IsRetrograde).Select(Retrograde));
        lines.AddRange(result.Unused.Select(name => $"No step uses `{name}`: it limits nothing."));
        lines.Add(StoryText.Of(result.Path));
        return lines;
    }

    /// <summary>What a reader should know before believing it.</summary>
    /// <param name="explanation">What was found out.</param>
    public static IReadOnlyList<string> Warnings(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var result = explanation.Attribution;
        var lines = new List<string>(explanation.Study.Warnings);
        if (result.Replications == 1)
        {
            lines.Add("One replication gives no intervals: write --replications 30, say.");
        }

        if (explanation.Study.Focus.CompletedShare < 1)
        {
            lines.Add(
                "Shares and savings are of the replications that completed; one that stops early where a limit is lifted counts with"
                    + " the time at which it did."
            );
        }

        if (!result.IsExact)
        {
            var error = result.Factors.Max(factor => factor.SamplingError);
            lines.Add(
                $"There are too many factors for all coalitions: shares come from {result.Coalitions} of them, in orders that"
                    + $" were drawn; the standard error of that is at most {HumanTime.Of(error)}."
            );
        }

        return lines;
    }

    private static IEnumerable<string> SharesOf(AttributionResult result)
    {
        if (result.Factors.Count == 0)
        {
            yield return "Nothing is declared that could hold a node up: T(N) is the floor.";
            yield break;
        }

        if (Math.Abs(result.Excess) < WorthSaying * result.Makespan.Mean)
        {
            yield return "T(N) is the floor as far as these replications can tell: there is nothing to be shared out.";
            yield break;
        }

        var parts = result
            .Factors.Where(factor => IsWorth(Math.Abs(factor.Shapley.Mean), result))
            .Select(factor =>
                $"`{factor.Name}` has {HumanTime.Of(factor.Shapley.Mean)} ({HumanShare.Of(factor.Shapley.Mean / result.Excess)})"
            );
        yield return $"Of the {HumanTime.Of(result.Excess)} above the floor, {Join([.. parts])}.";
    }

    private static IEnumerable<string> Cures(AttributionResult result)
    {
        if (result.Cures.Count == 0)
        {
            yield break;
        }

        var steps = result.Cures.Select(
            (cure, index) =>
                $"{(index == 0 ? "Cure" : "then")} {Names(cure)}, which {(index == 0 ? "saves" : "saves another")}"
                + $" {HumanTime.Of(cure.Saves.Mean)} and leaves {HumanTime.Of(cure.RestSeconds)}"
        );
        yield return $"{string.Join("; ", steps)}.";
    }

    private static string Names(Cure cure) =>
        cure.Factors.Count == 1
            ? $"`{cure.Factors[0]}`"
            : $"{Join([.. cure.Factors.Select(name => $"`{name}`")])} together, since each hides the other";

    private static IEnumerable<string> Hidden(AttributionResult result) =>
        result
            .Factors.Where(factor =>
                IsWorth(factor.Shapley.Mean, result) && !IsWorth(Math.Abs(factor.Removal.Mean), result)
            )
            .Select(factor =>
                $"`{factor.Name}` is hidden: it would cost {HumanTime.Of(factor.Alone.Mean)} if it were alone, which is why it"
                + $" has a share, but lifting it now saves {Saved(factor.Removal.Mean)}."
            );

    private static string Saved(double seconds) => seconds <= 0 ? "nothing" : $"only {HumanTime.Of(seconds)}";

    private static IEnumerable<string> Sums(AttributionResult result)
    {
        var removed = result.Factors.Sum(factor => factor.Removal.Mean);
        var gap = result.Excess - removed;
        var isWorth = IsWorth(Math.Abs(result.Excess), result) || IsWorth(Math.Abs(removed), result);
        if (result.Factors.Count < 2 || !isWorth || Math.Abs(gap) < NotAdditive * Math.Abs(result.Excess))
        {
            yield break;
        }

        var why = gap > 0 ? "the rest goes only when several are lifted together" : "some of it is saved by either";
        yield return $"Removals do not add up: lifted one at a time the factors save {HumanTime.Of(removed)} in all, of"
            + $" {HumanTime.Of(result.Excess)}; {why}.";
    }

    private static string Hurts(FactorShare factor) =>
        $"Lifting `{factor.Name}` alone would make it slower by {HumanTime.Of(-factor.Removal.Mean)}.";

    private static string Retrograde(Elasticity row) =>
        $"More of `{row.Lever.Path}` is slower: from {row.Low} to {row.High} the time grows by"
        + $" {HumanShare.Of(row.Value!.Mean / 100)} for each per cent added.";

    private static bool IsWorth(double seconds, AttributionResult result) =>
        seconds >= WorthSaying * result.Makespan.Mean;

    private static string Join(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
}
