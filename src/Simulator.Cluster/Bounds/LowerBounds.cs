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
/// Computed from the solo run of the same replication. Void for runs in which a node failed for good: it ends early. Heads
/// and tails are taken as zero where steps of one node run side by side.
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
        var bounds = new List<LowerBound> { new(solo.Makespan.Nanoseconds, "longest node") };
        var visits = new Visits(solo);
        var model = solo.Plan.Model;
        foreach (var service in model.Services)
        {
            if (OfService(visits, service) is { } bound)
            {
                bounds.Add(new LowerBound(bound, service.Name));
            }
        }

        if (OfLimit(visits, solo) is { } limit)
        {
            bounds.Add(new LowerBound(limit, Causes.LimitName));
        }

        return [.. bounds.OrderByDescending(bound => bound.Nanoseconds)];
    }

    private static long? OfService(Visits visits, ServiceSpec service) =>
        service switch
        {
            StationSpec station => visits.Greatest(service, load => load / station.Servers),
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

    /// <summary>Places: the sum over nodes of the time that they are held, over the places; only where it is plain.</summary>
    private static long? OfLimit(Visits visits, RunRecord solo)
    {
        var rollout = solo.Plan.Model.Rollout;
        if (rollout.Limit is not { } limit || rollout.Admission == Admission.Waves || !visits.IsChain)
        {
            return null;
        }

        var isByUnits = limit.MaxUnavailable.Kind == QuotaKind.Units;
        return visits.OfPlaces(rollout.Unit, limit.At(solo.Nodes), isByUnits);
    }
}
