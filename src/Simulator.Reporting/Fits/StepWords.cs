using System.Globalization;
using System.Text.Json;
using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Fits;

/// <summary>What was found for a step, in words.</summary>
internal static class StepWords
{
    private const int ShownDigits = 4;

    /// <summary>Law, verdict, D and n.</summary>
    public static string Evidence(StepFit step)
    {
        if (step.Fit is not { } fit)
        {
            return $"no law, {HumanCount.Of(step.Unfinished)} unfinished";
        }

        var distance =
            fit.Verdict == FitVerdict.Poor && fit.Candidates.Count > 0
                ? Text($"the nearest law has D = {fit.Candidates.Min(law => law.Distance):0.000}")
                : Text($"D = {fit.Chosen.Distance:0.000}");
        var unfinished = step.Unfinished == 0 ? "" : $", {HumanCount.Of(step.Unfinished)} unfinished";
        return $"{fit.Chosen.Law.Name}, {Verdict(fit.Verdict)}, {distance}, n = {HumanCount.Of((long)fit.Sample.Total)}{unfinished}";
    }

    /// <summary>The answer about a step.</summary>
    public static string Answer(StepFit step)
    {
        if (step.Fit is not { } fit)
        {
            return $"{step.Step}: {Evidence(step)}.";
        }

        var law = fit.Chosen.Law;
        var times = $"median {HumanTime.Of(law.Quantile(0.5))}, 95 % within {HumanTime.Of(law.Quantile(0.95))}";
        return $"{step.Step}: {times} ({Evidence(step)}).{Components(fit)}";
    }

    /// <summary>Why it is a mixture and of what.</summary>
    private static string Components(SampleFit fit)
    {
        if (fit.Chosen.Law is not LognormalMixture mixture)
        {
            return "";
        }

        var nearest = fit.Candidates.Where(law => law.Law is not LognormalMixture).MinBy(law => law.Distance)!;
        var parts = mixture.Components.Select(part =>
            $"{HumanShare.Of(part.Weight)} around {HumanTime.Of(Math.Exp(part.Law.Mu))}"
        );
        return Text($" No single law will do (nearest: {nearest.Law.Name}, D = {nearest.Distance:0.000}): ")
            + string.Join(", ", parts)
            + ".";
    }

    /// <summary>Failures with their interval.</summary>
    public static string Failures(StepFit step, BinomialInterval fails)
    {
        var ended = HumanCount.Of(step.Ok + step.Failed);
        return step.Failed == 0
            ? $"no failure in {ended} attempts: at most {Spelling.Share(fails.Upper)} with 97.5 % confidence"
            : $"{HumanCount.Of(step.Failed)} of {ended} attempts failed: {HumanShare.Of(fails.Lower)} to {HumanShare.Of(fails.Upper)} with 95 % confidence";
    }

    /// <summary>A verdict as tables write it.</summary>
    public static string Verdict(FitVerdict verdict) => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());

    /// <summary>A parameter with its interval; the logarithm of a time in the unit of the log.</summary>
    public static string Parameter(ParameterEstimate estimate, LogFit fit)
    {
        string Shown(double value) =>
            estimate.Dimension == ParameterDimension.Time
                ? Spelling.Duration(value, ShownDigits)
                : Number(InUnit(value, estimate.Dimension, fit));

        var unit = estimate.Dimension == ParameterDimension.LogTime ? $" (ln {fit.Unit})" : "";
        return estimate is { Lower: { } low, Upper: { } high }
            ? $"{estimate.Name} = {Shown(estimate.Value)}{unit}, {Shown(low)} to {Shown(high)}"
            : $"{estimate.Name} = {Shown(estimate.Value)}{unit}";
    }

    /// <summary>A value in seconds in the unit of the log.</summary>
    public static double InUnit(double value, ParameterDimension dimension, LogFit fit) =>
        dimension switch
        {
            ParameterDimension.Time => value / fit.UnitSeconds,
            ParameterDimension.LogTime => value - Math.Log(fit.UnitSeconds),
            _ => value,
        };

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
