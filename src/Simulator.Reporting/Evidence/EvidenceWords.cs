using System.Globalization;
using Simulator.Experiments.Evidence;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Evidence;

/// <summary>What the evidence says, in sentences.</summary>
internal static class EvidenceWords
{
    /// <summary>The answer: how well the points that count were predicted, and which points do not count.</summary>
    public static IReadOnlyList<string> Answer(EvidenceResult evidence)
    {
        var counted = evidence.Rows.Where(row => row.Kind == PointKind.Unseen).ToList();
        var cases = evidence.Cases.Count(result => result.Counted.Count > 0);
        var sentences = new List<string>
        {
            counted.Count == 0
                ? "No point of the file counts: nothing was predicted that was not known before."
                : $"{Count(counted.Count, "point")} in {Count(cases, "case")} that nothing was taken from: median error {HumanShare.Of(CaseResult.MedianError(counted)!.Value)}, worst {Worst(counted)}; {counted.Count(row => row.IsInside)} of them inside the interval.",
        };
        var leftOut = evidence.Cases.SelectMany(EvidenceTables.LeftOut).ToList();
        if (leftOut.Count > 0)
        {
            sentences.Add(
                $"{Count(leftOut.Count, "point")} set numbers of their own scenario and {(leftOut.Count == 1 ? "was" : "were")} predicted without {(leftOut.Count == 1 ? "itself" : "themselves")} (leave-one-out): median error {HumanShare.Of(CaseResult.MedianError(leftOut)!.Value)}, worst {Worst(leftOut)}. They do not count."
            );
        }

        AddOthers(evidence, sentences);
        return sentences;
    }

    private static void AddOthers(EvidenceResult evidence, List<string> sentences)
    {
        var inSample = evidence.Rows.Count(row =>
            row.Basis == PredictionBasis.InSample && row.Kind == PointKind.Calibrated
        );
        var controls = evidence.Rows.Count(row => row.Kind == PointKind.NegativeControl);
        var silent = evidence.Rows.Where(row => row.Kind == PointKind.NoScenario).ToList();
        if (inSample > 0)
        {
            sentences.Add(
                $"{Count(inSample, "point")} {Are(inSample)} in-sample, too few to leave one out. They do not count."
            );
        }

        if (controls > 0)
        {
            sentences.Add(
                $"{Count(controls, "point")} {Are(controls)} there as negative control: the mechanism is unknown."
            );
        }

        if (silent.Count > 0)
        {
            var cases = silent.Select(row => row.Point.Case).Distinct(StringComparer.Ordinal).Count();
            sentences.Add(
                $"{Count(silent.Count, "point")} in {Count(cases, "case")} {(silent.Count == 1 ? "has" : "have")} no scenario."
            );
        }

        if (evidence.Idle.Count > 0)
        {
            sentences.Add($"No point in the file for {string.Join(", ", evidence.Idle)}.");
        }
    }

    private static string Worst(IReadOnlyList<EvidenceRow> rows)
    {
        var worst = rows.MaxBy(row => Math.Abs(row.Error ?? 0))!;
        return $"{HumanShare.Deviation(worst.Error)} ({worst.Point.Case} at n = {N(worst)})";
    }

    /// <summary>n of a row.</summary>
    public static string N(EvidenceRow row) => row.Point.N.ToString("#,0.######", CultureInfo.InvariantCulture);

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static string Count(int count, string noun) =>
        $"{HumanCount.Of((long)count)} {noun}{(count == 1 ? "" : "s")}";
}
