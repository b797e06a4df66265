using Simulator.Analysis.OrderStatistics;
using Simulator.Cluster;
using Simulator.Cluster.Services;
using Simulator.Cluster.Topology;

namespace Simulator.Experiments.Studies;

/// <summary>
/// The law of max T_solo by order statistics: steps of a node add up, a step per group waits for the maximum over the
/// group's members, and the makespan is the maximum over all.
/// </summary>
/// <remarks>
/// Exact up to quadrature for plans whose steps follow each other and draw independently; null for the others (parallel
/// steps, traces by node, uniform poll phases, locks and controllers with ticks, buckets too small for one node, opening hours),
/// which are simulated.
/// </remarks>
public static class FloorLaw
{
    /// <summary>The law of the contention-free makespan of a model without failures.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The law in seconds; null where it has no such form.</returns>
    public static Law? Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (LawsOf(model) is not { } laws)
        {
            return null;
        }

        var levels = new Levels(model.Cluster);
        var tower = new FloorTower(levels);
        foreach (var (step, law) in model.Update.Steps.Zip(laws))
        {
            tower.Add(levels.IndexOf(step.Per), law);
        }

        return tower.Makespan();
    }

    /// <summary>T_1: the mean of one node as a rollout of its own.</summary>
    /// <param name="model">The model, of any size.</param>
    /// <returns>Seconds; null where it has no closed or quadrature form, or no mean.</returns>
    public static double? SingleNodeMean(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return LawsOf(model) is { } laws ? laws.Aggregate((double?)0, (sum, law) => sum + law.Mean()) : null;
    }

    private static List<Law>? LawsOf(Model model)
    {
        var hasPaths = model.Update.Steps.Any(step => step.After is not null);
        if (hasPaths || model.Rollout.Tick is not null || model.Services.Any(IsMoreThanWork))
        {
            return null;
        }

        var laws = model.Update.Steps.Select(step => StepLaw.Of(step, model)).ToList();
        return laws.Exists(law => law is null) ? null : [.. laws.OfType<Law>()];

        bool IsMoreThanWork(ServiceSpec service) =>
            service is StationSpec { Hours: not null }
            || (
                service is TokenBucketSpec bucket
                && model
                    .Update.Steps.SelectMany(step => step.Calls)
                    .Where(call => call.Service == service.Name)
                    .Sum(call => call.Count) > bucket.Burst
            );
    }
}
