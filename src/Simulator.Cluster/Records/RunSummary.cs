using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Records;

/// <summary>One replication in a few numbers, in seconds: what is kept when the records are thrown away.</summary>
public sealed record RunSummary
{
    /// <summary>T.</summary>
    public required double Makespan { get; init; }

    /// <summary>Why the rollout stopped before every unit was admitted, where it did: then T is no makespan.</summary>
    public HaltCause Halt { get; init; }

    /// <summary>Nodes that the rollout did not come to.</summary>
    public int SkippedNodes { get; init; }

    /// <summary>Verified nodes on which the new version is bad.</summary>
    public int DefectiveNodes { get; init; }

    /// <summary>Time until the wanted share of the nodes was verified; null where too many failed.</summary>
    public double? TimeToShare { get; init; }

    /// <summary>All that happened, in 64 bits.</summary>
    public required ulong Fingerprint { get; init; }

    /// <summary>Nodes that failed for good.</summary>
    public required int FailedNodes { get; init; }

    /// <summary>Sum over nodes of the time between loss and return; a failed node is lost until T.</summary>
    public required double LostNodeSeconds { get; init; }

    /// <summary>The most nodes out of service at once; null where nobody asked.</summary>
    public int? PeakUnavailable { get; init; }

    /// <summary>Critical path by cause: index cause - <see cref="Causes.Least"/>.</summary>
    public required IReadOnlyList<double> Blame { get; init; }

    /// <summary>Sum over nodes of the waits by cause: index cause - <see cref="Causes.Least"/>.</summary>
    public required IReadOnlyList<double> Waits { get; init; }

    /// <summary>Busy time of each service, over all its copies.</summary>
    public required IReadOnlyList<double> Busy { get; init; }

    /// <summary>The declared steps, in the order of the file.</summary>
    public required IReadOnlyList<StepSums> Steps { get; init; }

    /// <summary>Reads a finished run; O(N · steps).</summary>
    /// <param name="record">The run.</param>
    /// <param name="share">q of <see cref="TimeToShare"/>, in (0, 1].</param>
    /// <param name="measuresPeak">Whether <see cref="PeakUnavailable"/> is wanted, which takes O(N log N).</param>
    /// <returns>The summary.</returns>
    public static RunSummary Of(RunRecord record, double share, bool measuresPeak = false)
    {
        ArgumentNullException.ThrowIfNull(record);
        var services = record.Plan.Model.Services.Count;
        var waits = new double[services - Causes.Least];
        var steps = record.Plan.Steps.Where(step => step.IsDeclared).Select(step => Sum(record, step, waits)).ToList();
        if (record.Plan.Admit is { } admit)
        {
            _ = Sum(record, admit, waits);
        }

        var blame = CriticalPath.ByCause(CriticalPath.Of(record), services);
        return new RunSummary
        {
            Makespan = record.Makespan.Seconds,
            Halt = record.Halt,
            SkippedNodes = record.Count(Outcome.Skipped),
            DefectiveNodes = record.DefectiveNodes,
            TimeToShare = record.TimeToVerify(share)?.Seconds,
            Fingerprint = Records.Fingerprint.Of(record),
            FailedNodes = record.Count(Outcome.Failed),
            LostNodeSeconds = OutOfService.NodeSeconds(record),
            PeakUnavailable = measuresPeak ? OutOfService.Peak(record) : null,
            Blame = [.. blame.Select(Seconds)],
            Waits = waits,
            Busy = [.. record.Usage.Select(usage => usage.BusySeconds)],
            Steps = steps,
        };
    }

    private static double Seconds(long nanoseconds) => new SimTime(nanoseconds).Seconds;

    private static StepSums Sum(RunRecord record, PlanStep step, double[] waits)
    {
        var (done, attempts, lastEnd) = (0L, 0L, 0L);
        var (start, end, shared, waited, lost) = ((Int128)0, (Int128)0, (Int128)0, (Int128)0, (Int128)0);
        var groups = record.Plan.Levels.GroupsOf(step.Level);
        for (var group = 0; group < groups; group++)
        {
            var ended = record.Cell(step.Level, group, step.EndColumn);
            if (ended < 0)
            {
                continue;
            }

            done++;
            end += ended;
            lastEnd = Math.Max(lastEnd, ended);
            start += Math.Max(0, record.Cell(step.Level, group, step.StartColumn));
            attempts += record.AttemptsOf(step, group);
            lost += step.LostColumn < 0 ? 0 : record.Cell(step.Level, group, step.LostColumn);
            foreach (var wait in step.Waits)
            {
                var span = record.Cell(step.Level, group, wait.Column);
                waited += span;
                shared += wait.IsWithinWork ? span : 0;
                var cause = wait.Service == WaitColumn.Place ? Causes.Limit : wait.Service;
                waits[cause - Causes.Least] += Seconds(span);
            }
        }

        waits[Causes.Failures - Causes.Least] += (double)lost / SimTime.NanosecondsPerSecond;
        return new StepSums(
            done,
            Total(start),
            Total(end),
            Total(end - start - shared),
            Total(waited),
            Total(lost),
            attempts,
            Seconds(lastEnd),
            Total(record.WorkBrokenOff[step.Index])
        );
    }

    private static double Total(Int128 nanoseconds) => (double)nanoseconds / SimTime.NanosecondsPerSecond;
}
