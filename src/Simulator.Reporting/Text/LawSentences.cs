using System.Globalization;
using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The law of T(N) in words: its numbers with their limits, its rival, and what both say of other sizes.</summary>
internal static class LawSentences
{
    public static IEnumerable<string> Of(StudyResult study)
    {
        if (study.Law is not { } fit)
        {
            yield break;
        }

        if (fit.Chosen is { } chosen)
        {
            yield return $"Law: T(N) = {chosen.Law.Formula}{Weight(fit, chosen)}.";
            if (study.LawBand is { } band && Limits(chosen.Law, band) is { Length: > 0 } limits)
            {
                yield return $"{HumanShare.Of(study.Confidence)} limits: {limits}.";
            }
        }

        if (fit.RunnerUp is { } other)
        {
            yield return $"Next best: {other.Law.Formula}{Weight(fit, other)}.";
        }

        if (fit.Remark is { } remark)
        {
            yield return remark;
        }

        foreach (var prediction in study.Predictions)
        {
            yield return Prediction(prediction, study.Confidence);
        }
    }

    private static string Weight(ScalingFit fit, ScoredLaw law) =>
        fit.Candidates.Count > 1 ? $"; Akaike weight {HumanShare.Of(fit.WeightOf(law))}" : "";

    /// <summary>Of the numbers that the sample moves; a form names its third one itself.</summary>
    private static string Limits(ScalingLaw law, LawBand band)
    {
        (string Name, (double Lower, double Upper)? Limits, string Unit)[] numbers =
        [
            ("a", band.Constant, " s"),
            ("b", band.Slope, " s"),
            ("c", band.Curvature, " s"),
            (law.Form == GrowthForm.Hinge ? "N*" : "c", band.Shape, string.Empty),
        ];
        return string.Join(
            ", ",
            numbers
                .Where(number => number.Limits is { } limits && limits.Lower < limits.Upper)
                .Select(number =>
                    $"{number.Name} {Number(number.Limits!.Value.Lower)} to {Number(number.Limits.Value.Upper)}{number.Unit}"
                )
        );
    }

    private static string Number(double number) => number.ToString("G4", CultureInfo.InvariantCulture);

    private static string Prediction(LawPrediction prediction, double confidence)
    {
        var text = $"The law gives T({HumanCount.Of(prediction.Nodes)}) = {HumanTime.Of(prediction.Seconds)}";
        text +=
            prediction is { Lower: { } lower, Upper: { } upper } && lower < upper
                ? $" ({HumanShare.Of(confidence)} limits {HumanTime.Signed(lower - prediction.Seconds)} and {HumanTime.Signed(upper - prediction.Seconds)})"
                : string.Empty;
        text += prediction.RunnerUpSeconds is { } rival ? $", the next best {HumanTime.Of(rival)}" : string.Empty;
        return prediction.IsFar
            ? text + "; that is beyond twice the largest size run, so rather run it than believe it."
            : text + ".";
    }
}
