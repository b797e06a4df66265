using Simulator.Analysis.Estimates;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Experiments.Running;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Studies;

/// <summary>Reduces the replications of a cell, in their order, to what is reported of it.</summary>
internal static class CellFindings
{
    private const double BitesFrom = 0.01;

    public static CellResult Of(Cell cell, IReadOnlyList<ReplicationResult> replications, ReferenceTimes times)
    {
        var goals = cell.Scenario.Goals;
        var makespans = Completed(replications).Select(replication => replication.Run.Makespan).ToList();
        var estimate = makespans.Count == 0 ? null : Estimate.FromReplications(makespans, goals.Confidence);
        var byBound = replications.GroupBy(replication => replication.BoundBy, StringComparer.Ordinal);
        var isBounded = replications.All(replication => replication.Run is { FailedNodes: 0, Halt: HaltCause.None });
        var reached = replications.Select(replication => (double)(cell.Nodes - replication.Run.SkippedNodes)).ToList();
        var hasDefect = cell.Scenario.Model.Update.Defect is not null;
        var defective = replications.Select(replication => (double)replication.Run.DefectiveNodes).ToList();
        double? P95(List<double> values) => QuantileEstimate.FromReplications(values, 0.95, goals.Confidence)?.Value;
        return new CellResult
        {
            Index = cell.Index,
            AxisValues = cell.AxisValues,
            Nodes = cell.Nodes,
            Replications = replications.Count,
            Runs = replications,
            Makespan = estimate,
            MakespanP50 = QuantileEstimate.FromReplications(makespans, 0.5, goals.Confidence)?.Value,
            MakespanP95 = P95(makespans),
            MakespanShare = MeanOrNull(Completed(replications).Select(replication => replication.Run.TimeToShare)),
            T1 = times.T1,
            T1WithFailures = times.T1WithFailures,
            TInf = times.TInf,
            IsTInfExact = times.IsTInfExact,
            TInfWithFailures = times.TInfWithFailures,
            Deviation = times.T1 > 0 ? (estimate?.Mean / times.T1) - 1 : null,
            DeviationRemovable = times.TInf > 0 ? (estimate?.Mean / times.TInf) - 1 : null,
            Bound = isBounded ? replications.Average(replication => replication.Bound) : null,
            BoundBy = isBounded ? byBound.OrderByDescending(group => group.Count()).First().Key : null,
            CapacityLostNodeHours = replications.Average(replication => replication.Run.LostNodeSeconds) / 3600,
            FailedNodesMean = replications.Average(replication => (double)replication.Run.FailedNodes),
            ReachedNodesMean = reached.Average(),
            ReachedNodesP95 = P95(reached),
            DefectiveNodesMean = hasDefect ? defective.Average() : null,
            DefectiveNodesP95 = hasDefect ? P95(defective) : null,
            CompletedShare = (double)makespans.Count / replications.Count,
            WithinDeadlineShare = goals.Deadline is { } deadline
                ? (double)makespans.Count(makespan => makespan <= deadline.Seconds) / replications.Count
                : null,
            IsPrecise = estimate?.RelativeHalfWidth <= goals.Precision,
            Steps =
            [
                .. Enumerable
                    .Range(0, replications[0].Run.Steps.Count)
                    .Select(step => StepOf(cell, step, replications)),
            ],
            Services = ServicesOf(cell, replications),
            Blame = BlameOf(cell, replications),
        };
    }

    /// <summary>The replications whose rollout was not stopped: only these have a makespan.</summary>
    public static IReadOnlyList<ReplicationResult> Completed(IEnumerable<ReplicationResult> replications) =>
        [.. replications.Where(replication => replication.Run.Halt == HaltCause.None)];

    private static double? MeanOrNull(IEnumerable<double?> values)
    {
        var known = values.ToList();
        return known.Count > 0 && known.TrueForAll(value => value is not null) ? known.Average() : null;
    }

    private static StepResult StepOf(Cell cell, int index, IReadOnlyList<ReplicationResult> replications)
    {
        var spec = cell.Scenario.Model.Update.Steps[index];
        var sums = replications.Select(replication => replication.Run.Steps[index]).ToList();
        var done = sums.Sum(sum => sum.Done);
        double? Mean(Func<StepSums, double> of) => done == 0 ? null : sums.Sum(of) / done;
        return new StepResult(
            spec.Name,
            spec.Per,
            Mean(sum => sum.Start),
            Mean(sum => sum.End),
            Mean(sum => sum.Work),
            Mean(sum => sum.Wait),
            Mean(sum => sum.Lost),
            Mean(sum => sum.Attempts),
            MeanOrNull(sums.Select(sum => sum.Done == 0 ? (double?)null : sum.LastEnd))
        );
    }

    private static List<ServiceResult> ServicesOf(Cell cell, IReadOnlyList<ReplicationResult> replications)
    {
        var model = cell.Scenario.Model;
        var results = new List<ServiceResult>();
        for (var index = 0; index < model.Services.Count; index++)
        {
            var service = model.Services[index];
            var wait = MeanWait(replications, index, cell.Nodes);
            results.Add(
                new ServiceResult(service.Name, KindOf(service), wait, Utilisation(service, index, replications))
            );
        }

        if (model.Rollout.HasPlaces)
        {
            var wait = MeanWait(replications, Causes.Limit, cell.Nodes);
            results.Add(new ServiceResult(Causes.LimitName, "limit", wait, null));
        }

        return results;
    }

    private static double MeanWait(IReadOnlyList<ReplicationResult> replications, int cause, int nodes) =>
        replications.Average(replication => replication.Run.Waits[cause - Causes.Least]) / nodes;

    internal static string KindOf(ServiceSpec service) =>
        service switch
        {
            StationSpec => "station",
            LinkSpec => "link",
            TokenBucketSpec => "token-bucket",
            _ => "budget",
        };

    /// <summary>
    /// What was used of what there was until T: servers, units, tokens with the full bucket at the start. Only where one copy
    /// serves the whole cluster; what a link carried is not recorded.
    /// </summary>
    private static double? Utilisation(ServiceSpec service, int index, IReadOnlyList<ReplicationResult> replications)
    {
        Func<double, double>? offered = service switch
        {
            { Per: not Cluster.Topology.Levels.Cluster } => null,
            StationSpec { Discipline: Discipline.Sharing } => null,
            StationSpec station => makespan => station.Servers * makespan,
            BudgetSpec budget => makespan => budget.Capacity.Units * makespan,
            TokenBucketSpec bucket => makespan => bucket.Burst + (bucket.Rate.PerSecond * makespan),
            _ => null,
        };
        return offered is null || replications.Any(replication => offered(replication.Run.Makespan) <= 0)
            ? null
            : replications.Average(replication => replication.Run.Busy[index] / offered(replication.Run.Makespan));
    }

    private static IReadOnlyList<BlameResult> BlameOf(Cell cell, IReadOnlyList<ReplicationResult> replications)
    {
        var blame = new List<BlameResult>();
        for (var index = 0; index < replications[0].Run.Blame.Count; index++)
        {
            var seconds = replications.Average(replication => replication.Run.Blame[index]);
            var bites = replications.Count(replication =>
                replication.Run.Blame[index] >= BitesFrom * replication.Run.Makespan && replication.Run.Blame[index] > 0
            );
            var cause = Causes.NameOf(index + Causes.Least, cell.Scenario.Model);
            blame.Add(new BlameResult(cause, seconds, (double)bites / replications.Count));
        }

        return [.. blame.Where(part => part.Seconds != 0).OrderByDescending(part => part.Seconds)];
    }
}
