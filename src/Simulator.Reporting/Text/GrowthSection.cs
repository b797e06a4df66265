using Simulator.Analysis.Horizons;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>How T(N) grows: the law, the classes between thresholds, the horizon.</summary>
internal static class GrowthSection
{
    public static IReadOnlyList<string> Lines(StudyResult study, TextLayout layout) =>
        [.. Sentences(study).SelectMany(sentence => layout.Wrap(sentence, string.Empty, "  "))];

    private static IEnumerable<string> Sentences(StudyResult study)
    {
        foreach (var sentence in LawSentences.Of(study))
        {
            yield return sentence;
        }

        foreach (var segment in study.Segments.Where(segment => segment.Class is not null))
        {
            yield return SegmentText.Line(segment);
        }

        if (SegmentText.Untold(study.Segments) is { } untold)
        {
            yield return untold;
        }

        var tolerance = HumanShare.Of(study.Epsilon);
        (string Name, Horizon? Horizon)[] horizons =
        [
            ("the floor T_inf(N)", study.Horizon?.AgainstTInf),
            ("T_1", study.Horizon?.AgainstT1),
            ("its own plateau", study.Horizon?.AgainstPlateau),
        ];
        foreach (var (name, horizon) in horizons)
        {
            if (horizon is not null)
            {
                yield return $"Within {tolerance} of {name} {Reach(horizon)}.";
            }
        }
    }

    private static string Reach(Horizon horizon) =>
        horizon switch
        {
            { LastHolding: { } last, FirstExceeding: { } first } =>
                $"up to N = {HumanCount.Of(last)}, no longer at {HumanCount.Of(first)} (tested from {HumanCount.Of(horizon.From)})",
            { LastHolding: { } last } =>
                $"at every tested size, {HumanCount.Of(horizon.From)} to {HumanCount.Of(last)}",
            _ => $"at no tested size, {HumanCount.Of(horizon.From)} is too large already",
        };
}
