using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Bounds;

/// <summary>
/// Lower bounds of T by the draws of one replication: T >= max_i T_solo,i, and for every service k
/// T >= min_i head_ik + sum of D_k / c_k + min_i tail_ik.
/// </summary>
/// <remarks>
/// <para>
/// Computed from the solo run of the same replication, by work that no company makes shorter: waits for services are left
/// out of loads, heads and tails. Where steps of one node or group run side by side and ask one service, and where a
/// node's own calls are refused, T_solo is replaced by the longest path of work, and heads and tails are zero.
/// </para>
/// <para>
/// Void where clients give up, where ticks meet hours, and where steps run side by side and a node failed for good: see
/// <see cref="Hold"/>.
/// </para>
/// <para>Source: work conservation; the bounds are those of E. G. Coffman (ed.), <i>Computer and Job-Shop Scheduling
/// Theory</i>, 1976, chapter 1, with heads and tails.</para>
/// </remarks>
public static class LowerBounds
{
    /// <summary>All bounds that hold, the greatest first.</summary>
    /// <param name="solo">The run of the same replication under <see cref="PlanOptions.Solo"/>.</param>
    /// <returns>At least one bound.</returns>
    public static IReadOnlyList<LowerBound> Of(RunRecord solo)
    {
        ArgumentNullException.ThrowIfNull(solo);
        var model = solo.Plan.Model;
        var isChain = IsChain(model);
        var isRefused = solo.Usage.Any(usage => usage.Rejected > 0);
        var spans = new Spans(solo, isChain);
        var visits = new Visits(solo, spans, isChain && !isRefused);
        var isSoloLeast = !isRefused && (isChain || !Rivals.AreIn(solo.Plan));
        var bounds = new List<LowerBound>
        {
            isSoloLeast
                ? new LowerBound(solo.Makespan.Nanoseconds, "longest node")
                : new LowerBound(new LongestPath(solo, spans).Length(), "longest path"),
        };
        foreach (var service in model.Services)
        {
            if (OfService(visits, service) is { } bound)
            {
                bounds.Add(new LowerBound(bound, service.Name));
            }
        }

        if (isChain && OfLimit(visits, solo) is { } limit)
        {
            bounds.Add(new LowerBound(limit, Causes.LimitName));
        }

        return [.. bounds.OrderByDescending(bound => bound.Nanoseconds)];
    }

    /// <summary>
    /// Whether a run cannot be faster than these bounds. It can where a client gives up or is timed out, since what follows is drawn anew,
    /// where a tick counts from the begin of a step at a service with hours or outages, or at one that steps of the same node
    /// ask side by side, and where a failed node leaves out steps that it does alone.
    /// </summary>
    /// <param name="solo">The run that they were computed from.</param>
    public static bool Hold(RunRecord solo)
    {
        ArgumentNullException.ThrowIfNull(solo);
        var model = solo.Plan.Model;
        return !model.Update.Steps.Any(step => IsUncertain(step, model))
            && (IsChain(model) || solo.Count(Outcome.Failed) == 0);
    }

    /// <summary>
    /// Whether company can make a step shorter: clients give up or are timed out, or a tick counts from a begin that hours
    /// move, or after an end that others of the same node put off.
    /// </summary>
    private static bool IsUncertain(StepSpec step, Model model) =>
        Rivals
            .Asked(step)
            .Select(name => model.Services.First(service => service.Name == name))
            .Any(service =>
                step.TimeOut is not null
                || service.ClientRetry?.Limit is not null
                || (step.Poll is not null && (service.IsTimed || (!IsChain(model) && IsSlowedByOthers(service))))
            );

    private static bool IsSlowedByOthers(ServiceSpec service) => service is LinkSpec or StationSpec { DoesWork: true };

    private static bool IsChain(Model model) => model.Update.Steps.All(step => step.After is null);

    private static long? OfService(Visits visits, ServiceSpec service) =>
        service switch
        {
            StationSpec station => visits.Greatest(service, load => TimeFor(load, station)),
            BudgetSpec budget => visits.Greatest(service, load => load / budget.Capacity.Units),
            LinkSpec link => visits.Greatest(
                service,
                bits => (long)(bits * SimTime.NanosecondsPerSecond / link.Bandwidth.BitsPerSecond)
            ),
            TokenBucketSpec bucket => visits.Greatest(
                service,
                calls => Int128.Max(0, calls - bucket.Burst) * bucket.Rate.Period.Nanoseconds / bucket.Rate.Count
            ),
            _ => null,
        };

    /// <summary>At the best speed, which the kernel may round up by a part in 10^9.</summary>
    private static Int128 TimeFor(Int128 load, StationSpec station) =>
        station.Speed is null ? load / station.Servers : (Int128)((double)load / station.BestSpeed * (1 - 1e-9));

    /// <summary>Places: the sum over nodes of the time that they are held, over the places; only where it is plain.</summary>
    private static long? OfLimit(Visits visits, RunRecord solo)
    {
        var rollout = solo.Plan.Model.Rollout;
        if (rollout.Limit is not { } limit || rollout.HasWaves)
        {
            return null;
        }

        var isByUnits = limit.MaxUnavailable.Kind == QuotaKind.Units;
        return visits.OfPlaces(rollout.Unit, limit.At(solo.Nodes), isByUnits);
    }
}
