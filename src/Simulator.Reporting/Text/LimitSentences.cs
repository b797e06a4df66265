using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The sentences of the answer on limits: which one bites, what lifting it saves, which one is hidden.</summary>
internal static class LimitSentences
{
    private const double WorthSaying = 0.01;
    private const int MostLimits = 3;

    public static IEnumerable<string> Of(StudyResult study)
    {
        var worth = WorthSaying * study.Focus.Makespan!.Mean;
        var limits = study.Thresholds.Where(row => row.Kind != "cap").ToList();
        var biting = limits.Where(row => row.SavedSeconds > worth).OrderByDescending(row => row.SavedSeconds).ToList();
        var others = limits
            .Except(biting)
            .Where(row => row.CostSeconds > worth)
            .OrderByDescending(row => row.CostSeconds)
            .ToList();
        return
        [
            .. biting.Take(MostLimits).Select(Biting),
            .. others.Take(MostLimits).Select(Hidden),
            .. study.Thresholds.Where(row => row.Kind == "cap").Select(Cap),
        ];
    }

    private static string Biting(ThresholdResult row) =>
        $"`{row.Limit}` ({row.Allows}) bites{Where(row)} and costs {HumanTime.Of(row.SavedSeconds)}: so much is saved by"
        + " lifting it alone.";

    private static string Hidden(ThresholdResult row)
    {
        var charge = $"the waterfall charges it {HumanTime.Of(row.CostSeconds)} because it comes first there";
        return row.HiddenBehind is { } hider
            ? $"`{row.Limit}` ({row.Allows}) is hidden behind `{hider}`: lifting it alone saves {Saved(row)}; {charge}."
            : $"`{row.Limit}` ({row.Allows}) saves {Saved(row)} when it is lifted alone: other limits hold the nodes up for as"
                + $" long; {charge}.";
    }

    private static string Where(ThresholdResult row) =>
        row switch
        {
            { Analytic: { } formula, Event: { } seen } when seen > formula =>
                $" above N = {HumanCount.Of(formula)} by formula, in the runs above N = {HumanCount.Of(seen)},",
            { Analytic: { } formula } => $" above N = {HumanCount.Of(formula)}",
            { Event: { } seen } => $" above N = {HumanCount.Of(seen)}",
            _ => string.Empty,
        };

    private static string Saved(ThresholdResult row) =>
        row.SavedSeconds > 0 ? $"only {HumanTime.Of(row.SavedSeconds)}" : "nothing";

    private static string Cap(ThresholdResult row)
    {
        var seen = row switch
        {
            { Event: { } size } => $"in the runs it makes the rollout longer above N = {HumanCount.Of(size)}",
            { SeenFrom: { } size } =>
                $"in the runs it makes the rollout longer at the smallest size already, N = {HumanCount.Of(size)}",
            _ => "in the runs it is not seen to make the rollout longer",
        };
        return $"The cap ({row.Allows}) stops the share from growing: N* = {HumanCount.Of(row.Analytic)} by formula, the rounded"
            + $" limit changes from N = {HumanCount.Of(row.RoundedFrom)} on, {seen}.";
    }
}
