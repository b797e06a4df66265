using Simulator.Cluster.Services;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Bounds;

/// <summary>What every node adds to the time that one service of the whole cluster needs: T(N) is at least N d.</summary>
/// <param name="Service">The service.</param>
/// <param name="SecondsPerNode">d in the mean: work over servers, bits over bandwidth, calls over rate.</param>
/// <remarks>The asymptotic bound of operational analysis (Denning and Buzen 1978): d is the demand at the station.</remarks>
public sealed record ServiceLoad(ServiceSpec Service, double SecondsPerNode)
{
    /// <summary>The loads that grow with N, in the order of the services; not those of services per rack or row.</summary>
    /// <param name="model">A sound model.</param>
    /// <param name="times">Its times.</param>
    public static IReadOnlyList<ServiceLoad> Of(Model model, MeanTimes times)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(times);
        var levels = new Levels(model.Cluster);
        return
        [
            .. model
                .Services.Where(service => service.Per == Levels.Cluster)
                .Select(service => new ServiceLoad(
                    service,
                    model
                        .Update.Steps.Where(step => step.Per != Levels.Cluster)
                        .Sum(step =>
                            OfVisit(service, step, model, times) / levels.NodesPerGroup(levels.IndexOf(step.Per))
                        )
                ))
                .Where(load => load.SecondsPerNode > 0),
        ];
    }

    private static double OfVisit(ServiceSpec service, StepSpec step, Model model, MeanTimes times) =>
        service switch
        {
            StationSpec station => step.Uses.Count(use => use.Service == service.Name)
                * (station.DoesWork ? MeanTimes.Work(step) : times.Of(step.Name))
                / station.BestSpeed,
            LinkSpec link when step.Transfer is { } transfer && transfer.From == service.Name => (double)
                transfer.Size.Bits / link.Bandwidth.BitsPerSecond,
            TokenBucketSpec bucket => step.Calls.Where(call => call.Service == service.Name).Sum(call => call.Count)
                / bucket.Rate.PerSecond,
            BudgetSpec budget => step.Needs.Where(need => need.Service == service.Name)
                .Sum(need => need.Amount.Units * Holding(step, need, model, times)) / budget.Capacity.Units,
            _ => 0,
        };

    /// <summary>How long a budget is held: steps that follow each other add up, others count from first and last alone.</summary>
    private static double Holding(StepSpec step, NeedSpec need, Model model, MeanTimes times)
    {
        var steps = model.Update.Steps.ToList();
        var first = steps.IndexOf(step);
        var last = need.Until is { } until ? steps.FindIndex(other => other.Name == until) : first;
        var isChain = steps.TrueForAll(other => other.After is null);
        return steps
            .Skip(first)
            .Take(last - first + 1)
            .Where((other, place) => isChain || place == 0 || place == last - first)
            .Sum(other => times.Of(other.Name));
    }
}
