using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Linting;

/// <summary>
/// Clients that give up after tau and come again: with more than c tau / w of them at once every one can wait longer than
/// tau, all work is in vain, and a stoppage may never drain.
/// </summary>
internal static class StormRule
{
    public static IEnumerable<Finding> Find(LintScope scope) =>
        from step in scope.Model.Update.Steps
        where step is { TimeOut: not null, Retry.Limit: > 0 }
        from use in step.Uses
        let station = scope.Model.Services.OfType<StationSpec>().First(station => station.Name == use.Service)
        where station.Queue is null
        let atOnce = step.InService ? scope.Largest : scope.InFlight(scope.Largest)
        let work = MeanWork(step)
        let most = (long)(station.BestSpeed * step.TimeOut!.Value.Seconds / work)
        where work > 0 && atOnce > most
        select Storm(scope, step, station, (work, atOnce, most));

    private static double MeanWork(StepSpec step) => Cluster.Bounds.MeanTimes.Work(step);

    private static Finding Storm(
        LintScope scope,
        StepSpec step,
        StationSpec station,
        (double Work, long AtOnce, long Most) numbers
    )
    {
        var timeOut = step.TimeOut!.Value.Seconds;
        var sentence =
            $"{LintWords.Count(numbers.AtOnce)} clients at once of '{station.Name}' wait {LintWords.Time(numbers.AtOnce * numbers.Work / station.BestSpeed)}, "
            + $"longer than the time-out of {LintWords.Time(timeOut)}: above {LintWords.Count(numbers.Most)} retries can keep it busy with "
            + "work that nobody gets";
        var servers = Math.Ceiling(numbers.AtOnce * numbers.Work / timeOut * station.Servers / station.BestSpeed);
        var fix = station.Speed is null
            ? $"servers: {servers:0}, or {LintWords.Nodes(numbers.Most)} at a time"
            : $"{LintWords.Nodes(numbers.Most)} at a time";
        var place = scope.Root["update"]!["steps"]![step.Name]!["time-out"]!;
        return LintScope.At(place, "retry-storm", Severity.Warning, numbers.Most, (sentence, fix));
    }
}
