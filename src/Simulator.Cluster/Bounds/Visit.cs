using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Bounds;

/// <summary>What every group that does a step asks of one service: an amount for a span, and a fixed amount.</summary>
/// <param name="Step">The step that begins to hold.</param>
/// <param name="Until">The step at whose end it is given back.</param>
/// <param name="Held">Units held from the one's start to the other's end.</param>
/// <param name="Spent">Units spent once: bits, tokens.</param>
/// <param name="Elsewhere">What of the span may pass without holding: transfer and tick at a station that does the work.</param>
internal readonly record struct Visit(PlanStep Step, PlanStep Until, long Held, long Spent, long Elsewhere = 0)
{
    /// <summary>The visits that a step makes to a service.</summary>
    public static IEnumerable<Visit> Of(StepSpec spec, ServiceSpec service, Model model, Func<string, PlanStep> find)
    {
        var step = find(spec.Name);
        foreach (var need in spec.Needs.Where(need => need.Service == service.Name))
        {
            yield return new Visit(step, need.Until is null ? step : find(need.Until), need.Amount.Units, 0);
        }

        if (spec.Uses.Any(use => use.Service == service.Name))
        {
            var elsewhere = service is StationSpec { DoesWork: true } ? MostElsewhere(spec, model) : 0;
            yield return new Visit(step, step, spec.Uses.Count(use => use.Service == service.Name), 0, elsewhere);
        }

        if (spec.Transfer is { } transfer && transfer.From == service.Name)
        {
            yield return new Visit(step, step, 0, transfer.Size.Bits);
        }

        foreach (var call in spec.Calls.Where(call => call.Service == service.Name))
        {
            yield return new Visit(step, step, 0, call.Count);
        }
    }

    private static long MostElsewhere(StepSpec spec, Model model)
    {
        var tick = spec.Poll?.Period.Nanoseconds ?? 0;
        if (spec.Transfer is not { Size.Bits: > 0 } transfer)
        {
            return tick;
        }

        var link = model.Services.OfType<LinkSpec>().First(link => link.Name == transfer.From);
        return tick + Link.Alone(link.Bandwidth, link.PerNode, transfer.Size).Nanoseconds;
    }
}
