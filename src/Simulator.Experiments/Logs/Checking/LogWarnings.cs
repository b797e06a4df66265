using System.Globalization;
using Simulator.Analysis.Fitting;
using Simulator.Experiments.Logs.Reading;

namespace Simulator.Experiments.Logs.Checking;

/// <summary>What a reader of a fit has to know before believing it.</summary>
internal static class LogWarnings
{
    private const double MuchCensored = 0.5;
    private const double LikeRack = 0.05;

    /// <summary>Warnings about a log as a whole.</summary>
    public static IReadOnlyList<string> Of(EventLog log)
    {
        var warnings = new List<string>();
        if (log.IsZoneless)
        {
            warnings.Add(
                "Times carry no zone and were read as they stand: a change of the clock adds or takes an hour."
            );
        }

        if (log.Problems.Total > 0)
        {
            var kinds = string.Join(", ", log.Problems.Counts.Select(pair => $"{pair.Value:N0} {pair.Key}"));
            warnings.Add($"{log.Problems.Total:N0} of {log.Read:N0} rows were left out: {kinds}.");
        }

        return warnings;
    }

    /// <summary>Warnings about a step.</summary>
    public static IReadOnlyList<string> Of(StepFit step)
    {
        if (step.Fit is not { } fit)
        {
            return ["No attempt ended well: there is no duration to fit."];
        }

        var warnings = new List<string>();
        if (Judgement(fit) is { } judgement)
        {
            warnings.Add(judgement);
        }

        var censored = 1 - (fit.Sample.Finished / fit.Sample.Total);
        if (censored > MuchCensored)
        {
            warnings.Add(
                Text(
                    $"{censored:0%} of the attempts had not ended: what is longer than any that ended rests on the law alone."
                )
            );
        }

        if (fit.Verdict == FitVerdict.Poor && step.Unfinished > 0)
        {
            warnings.Add("The sample stands for the law, and it ends with the longest attempt that ended.");
        }

        if (
            step.FailedMedian is { } failed
            && fit.Chosen.Law.Quantile(0.5) is var median
            && (failed < median / 2 || failed > median * 2)
        )
        {
            warnings.Add(
                Text(
                    $"Failed attempts take {failed / median:0.##} times as long as others (median); the scenario gives them the same time unless 'fails' says when they are detected."
                )
            );
        }

        if (step.RackCorrelation is { } racks && racks.Lower > LikeRack)
        {
            warnings.Add(
                Text(
                    $"Nodes of one rack resemble each other (correlation {racks.Value:0.00}, {racks.Lower:0.00} to {racks.Upper:0.00}); a scenario draws nodes one by one, so slow racks are missing from it."
                )
            );
        }

        if (double.IsPositiveInfinity(fit.Chosen.Law.Mean))
        {
            warnings.Add("The mean of the law is infinite: a mean makespan will not settle.");
        }

        return warnings;
    }

    private static string? Judgement(SampleFit fit) =>
        fit.Verdict switch
        {
            FitVerdict.TooFew => Text(
                $"Only {fit.Sample.Finished:0} ended well, fewer than {SampleFit.FewestFinished}: the law is a guess."
            ),
            FitVerdict.Plausible => Text(
                $"D = {fit.Chosen.Distance:0.000} is above 0.05, but a sample of {fit.Sample.Total:0} lies that far from its own law by chance (p = {fit.Chosen.PValue:0.00})."
            ),
            FitVerdict.Poor => "No law comes within D = 0.05: the sample itself stands for it.",
            _ => null,
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
