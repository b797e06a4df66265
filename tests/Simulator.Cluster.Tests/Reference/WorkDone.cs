using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Kernel;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Busy time as the services counted it, against the work that the record shows; for runs in which nothing failed.</summary>
internal static class WorkDone
{
    /// <summary>Each copy counts whole nanoseconds; the sum over copies is one of doubles.</summary>
    private const double HalfATick = 0.5e-9;

    public static bool IsConserved(RunRecord record) =>
        record.Usage.All(usage =>
            record.Plan.Model.Services[usage.Service] is BudgetSpec or StationSpec { DoesWork: true }
            || Math.Abs(usage.BusySeconds - ((double)Work(record, usage.Service) / SimTime.NanosecondsPerSecond))
                < HalfATick
        );

    private static Int128 Work(RunRecord record, int service)
    {
        var (spec, levels) = (record.Plan.Model.Services[service], record.Plan.Levels);
        if (spec is StationSpec station)
        {
            var copies = Enumerable.Range(0, levels.GroupsOf(levels.IndexOf(station.Per)));
            return copies.Sum(copy => new Occupancy(record, station, copy).HeldTime);
        }

        return record.Plan.Model.Update.Steps.Sum(step =>
        {
            var groups = levels.GroupsOf(levels.IndexOf(step.Per));
            var calls = step.Calls.Where(call => call.Service == spec.Name).Sum(call => call.Count);
            return (calls * groups * SimTime.NanosecondsPerSecond)
                + (
                    step.Transfer is { Size.Bits: > 0 } transfer && transfer.From == spec.Name
                        ? Enumerable.Range(0, groups).Sum(group => Flow(record, step.Name, group))
                        : 0
                );
        });
    }

    /// <summary>Transfer with the link to oneself and what sharing cost: all but the work and the tick.</summary>
    private static long Flow(RunRecord record, string name, int group)
    {
        var step = record.Plan.Steps.First(one => one.IsDeclared && one.Name == name);
        var spec = record.Plan.Model.Update.Steps.First(one => one.Name == name);
        var link = record.Plan.Model.Services.OfType<LinkSpec>().First(one => one.Name == spec.Transfer!.From);
        var index = record.Plan.Model.Services.ToList().IndexOf(link);
        var shared = record.Cell(step.Level, group, step.Waits.Last(wait => wait.Service == index).Column);
        return shared + new ReferenceLink(link).Alone(spec.Transfer!.Size.Bits);
    }
}
