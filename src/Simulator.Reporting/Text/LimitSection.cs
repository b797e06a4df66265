using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The register of thresholds.</summary>
internal static class LimitSection
{
    public static IReadOnlyList<string> Lines(StudyResult study, TextLayout layout)
    {
        var limits = study.Thresholds;
        if (limits.Count == 0)
        {
            return [];
        }

        TextColumn Of(string header, int priority, Func<ThresholdResult, string> text, bool isText = false) =>
            new(header, priority, [.. limits.Select(text)]) { IsText = isText };

        return TextTable.Lines(
            [
                Of("limit", 0, limit => limit.Limit, isText: true),
                Of("kind", 5, limit => limit.Kind, isText: true),
                Of("allows", 3, limit => limit.Allows, isText: true),
                Of("N* by formula", 0, Formula),
                Of("seen", 1, limit => Seen(limit, (long)study.Focus.Nodes)),
                Of("N* fitted", 2, limit => limit.Fit is { } fit ? HumanCount.Of(Whole(fit)) : "-"),
                Of("interval", 4, Interval),
                Of("in waterfall", 3, limit => limit.CostSeconds is { } cost ? HumanTime.Signed(cost) : "-"),
                Of("lifted alone saves", 1, Saves),
                Of("hidden behind", 4, limit => limit.HiddenBehind ?? string.Empty, isText: true),
            ],
            layout
        );
    }

    private static string Formula(ThresholdResult limit) =>
        limit switch
        {
            { Analytic: { } nodes } => HumanCount.Of(nodes),
            { HiddenBehind: not null } => "hidden",
            _ => "never",
        };

    private static string Seen(ThresholdResult limit, long largest)
    {
        var end = limit.SeenTo < largest ? $" to {HumanCount.Of(limit.SeenTo)}" : string.Empty;
        return limit switch
        {
            { SeenFrom: not null, Event: { } last } => $"above {HumanCount.Of(last)}{end}",
            { SeenFrom: { } first } => $"from {HumanCount.Of(first)}{end}",
            { HiddenBehind: not null } => "never",
            _ => "not seen",
        };
    }

    private static string Saves(ThresholdResult limit) =>
        limit.SavedSeconds switch
        {
            null => "-",
            0 => "nothing",
            < 0 => $"none, {HumanTime.Of(-limit.SavedSeconds)} more",
            _ => HumanTime.Of(limit.SavedSeconds),
        };

    private static string Interval(ThresholdResult limit) =>
        limit is { FitLower: { } low, FitUpper: { } high }
            ? $"{HumanCount.Of(Whole(low))} - {HumanCount.Of(Whole(high))}"
            : "-";

    /// <summary>Rounded down, but for the noise of a fit below an integer.</summary>
    private static long Whole(double nodes) => (long)Math.Floor(nodes + 1e-6);
}
