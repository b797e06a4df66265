using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Studies;
using Simulator.Kernel.Resources;

namespace Simulator.Experiments.Waits;

/// <summary>
/// Utilisation over the time in which a service is asked at all: over the whole makespan, a service that is the bottleneck
/// of the first hour looks idle.
/// </summary>
internal static class BusyWindows
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>The windows of one run, the services in the order of the file, then a sliding window of places.</summary>
    public static IReadOnlyList<BusyWindow> Of(RunRecord record)
    {
        var model = record.Plan.Model;
        var windows = model.Services.Select((service, index) => OfService(record, service, index)).ToList();
        if (record.Plan.Admit is not null && model.Rollout is { Admission: Admission.Window, Limit: { } limit })
        {
            windows.Add(OfPlaces(record, limit));
        }

        return windows;
    }

    /// <summary>Means over replications.</summary>
    public static IReadOnlyList<BusyWindow> Mean(IReadOnlyList<IReadOnlyList<BusyWindow>> replications) =>
        [
            .. replications[0]
                .Select(
                    (window, index) =>
                        window with
                        {
                            FromSeconds = replications.Average(own => own[index].FromSeconds),
                            ToSeconds = replications.Average(own => own[index].ToSeconds),
                            Utilisation = replications.Average(own => own[index].Utilisation),
                        }
                ),
        ];

    private static BusyWindow OfService(RunRecord record, ServiceSpec service, int index)
    {
        var (from, to, bits) = (double.PositiveInfinity, 0.0, 0.0);
        var specs = record.Plan.Model.Update.Steps.ToDictionary(step => step.Name, StringComparer.Ordinal);
        foreach (var step in record.Plan.Steps.Where(step => step.IsDeclared && Asks(specs[step.Name], service)))
        {
            var until = UntilOf(specs[step.Name], service) is { } name
                ? record.Plan.Steps.First(other => other.Name == name)
                : step;
            for (var group = 0; group < record.Plan.Levels.GroupsOf(step.Level); group++)
            {
                if (record.Cell(step.Level, group, step.EndColumn) < 0)
                {
                    continue;
                }

                var start = record.Cell(step.Level, group, step.StartColumn);
                from = Math.Min(from, AskedAt(record, step, group) / NanosecondsPerSecond);
                to = Math.Max(to, EndOf(record, service, step, until, group, start));
                bits += record.AttemptsOf(step, group) * (specs[step.Name].Transfer?.Size.Bits ?? 0);
            }
        }

        var used = service is LinkSpec ? bits : record.Usage[index].BusySeconds;
        var offered = Capacity(service, Math.Max(0, to - from)) * record.Usage[index].Copies;
        return new BusyWindow(
            service.Name,
            CellFindings.KindOf(service),
            double.IsFinite(from) ? from : 0,
            to,
            offered > 0 ? used / offered : null
        );
    }

    private static bool Asks(StepSpec step, ServiceSpec service) =>
        step.Uses.Any(use => use.Service == service.Name)
        || step.Needs.Any(need => need.Service == service.Name)
        || step.Calls.Any(call => call.Service == service.Name)
        || step.Transfer?.From == service.Name;

    private static string? UntilOf(StepSpec step, ServiceSpec service) =>
        step.Needs.Where(need => need.Service == service.Name).Select(need => need.Until).LastOrDefault();

    private static long AskedAt(RunRecord record, PlanStep step, int group)
    {
        var asked = record.Cell(step.Level, group, step.StartColumn);
        asked -= step.Waits.Where(wait => !wait.IsWithinWork).Sum(wait => record.Cell(step.Level, group, wait.Column));
        return asked - (step.LostColumn < 0 ? 0 : record.Cell(step.Level, group, step.LostColumn));
    }

    /// <summary>The last grant of a bucket, the end of a transfer, the end of what is held.</summary>
    private static double EndOf(
        RunRecord record,
        ServiceSpec service,
        PlanStep step,
        PlanStep until,
        int group,
        long start
    )
    {
        if (service is TokenBucketSpec)
        {
            return start / NanosecondsPerSecond;
        }

        if (service is not LinkSpec link)
        {
            var first = record.Plan.Levels.FirstNode(step.Level, group);
            var end = record.Cell(until.Level, record.Plan.Levels.GroupOf(until.Level, first), until.EndColumn);
            return Math.Max(end, record.Cell(step.Level, group, step.EndColumn)) / NanosecondsPerSecond;
        }

        var size = record.Plan.Model.Update.Steps.First(spec => spec.Name == step.Name).Transfer!.Size;
        var shared = step
            .Waits.Where(wait => wait.IsWithinWork)
            .Sum(wait => record.Cell(step.Level, group, wait.Column));
        return ((start + shared) / NanosecondsPerSecond) + Link.Alone(link.Bandwidth, link.PerNode, size).Seconds;
    }

    private static double Capacity(ServiceSpec service, double seconds) =>
        service switch
        {
            StationSpec station => station.Servers * seconds,
            BudgetSpec budget => budget.Capacity.Units * seconds,
            TokenBucketSpec bucket => bucket.Burst + (bucket.Rate.PerSecond * seconds),
            LinkSpec link => link.Bandwidth.BitsPerSecond * seconds,
            _ => 0,
        };

    /// <summary>Places in use from the first admission to the last return; a node that failed for good gave its own back at its end.</summary>
    private static BusyWindow OfPlaces(RunRecord record, LimitSpec limit)
    {
        var (admit, leave, levels) = (record.Plan.Admit!, record.Plan.Leave!, record.Plan.Levels);
        var countsUnits = limit.MaxUnavailable.Kind == QuotaKind.Units;
        var (from, to, held) = (double.PositiveInfinity, 0.0, 0.0);
        for (var group = 0; group < levels.GroupsOf(admit.Level); group++)
        {
            var taken = record.Cell(admit.Level, group, admit.EndColumn);
            if (taken < 0)
            {
                continue;
            }

            var back = record.Cell(leave.Level, group, leave.EndColumn);
            var end = back >= 0 ? back : record.EndOf(levels.EndNode(admit.Level, group) - 1).Nanoseconds;
            var weight = countsUnits ? 1 : levels.EndNode(admit.Level, group) - levels.FirstNode(admit.Level, group);
            from = Math.Min(from, taken / NanosecondsPerSecond);
            to = Math.Max(to, end / NanosecondsPerSecond);
            held += weight * Math.Max(0, end - taken) / NanosecondsPerSecond;
        }

        var offered = limit.At(levels.Nodes) * (to - from);
        return new BusyWindow(
            Causes.LimitName,
            "limit",
            double.IsFinite(from) ? from : 0,
            to,
            offered > 0 ? held / offered : null
        );
    }
}
