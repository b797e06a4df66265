using Simulator.Cluster.Services;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Updates;

/// <summary>
/// Which services a step can have to wait for under a plan's options. What nobody waits for is left out of the plan or
/// becomes a mere span: a private copy of a service, asked by steps that follow each other, never makes them wait.
/// </summary>
internal sealed class Contention(Model model, PlanOptions options)
{
    private readonly bool _isChain = model.Update.Steps.All(step => step.After is null);

    /// <summary>A private copy is never waited for in a plan whose steps follow each other.</summary>
    public bool IsContended(string service) => !_isChain || !options.IsPrivate(service);

    /// <summary>A private bucket is waited for only when the plan's own calls exceed its burst.</summary>
    public bool IsCallContended(string service)
    {
        var bucket = (TokenBucketSpec)model.Services[IndexOf(service)];
        var calls = model.Update.Steps.Sum(step =>
            step.Calls.Where(call => string.Equals(call.Service, service, StringComparison.Ordinal))
                .Sum(call => call.Count) * (1L + (step.Retry?.Limit ?? 0))
        );
        return !options.IsPrivate(service) || calls > bucket.Burst;
    }

    /// <summary>Where nobody else sees a bucket and it never refuses, each call's wait follows from the one before.</summary>
    public bool IsCalledAlone(string service) =>
        !IsContended(service) && model.Services[IndexOf(service)] is TokenBucketSpec { WhenEmpty: WhenEmpty.Wait };

    /// <summary>The station that does the work of a step; null where none does.</summary>
    public UseSpec? CenterOf(StepSpec spec) => spec.Uses.FirstOrDefault(use => StationOf(use) is { DoesWork: true });

    /// <summary>Whether a station does the work of a step; alone at one nobody waits, unless it is closed or down.</summary>
    public bool IsServed(StepSpec spec)
    {
        if (CenterOf(spec) is not { } center)
        {
            return false;
        }

        var station = StationOf(center);
        return IsContended(center.Service) || station.Hours is not null || (options.HasFailures && station.IsTimed);
    }

    /// <summary>
    /// Whether a transfer is a span that is known when it begins. Before work at a station under a time-out it is not:
    /// the alarm may ring while the bits still flow, and must find something to break off.
    /// </summary>
    public bool IsSpan(TransferSpec transfer, StepSpec spec) =>
        !IsContended(transfer.From)
        && !IsTimed(transfer)
        && !(options.HasFailures && spec.TimeOut is not null && IsServed(spec));

    /// <summary>Whether a link changes its bandwidth or fails while the plan runs.</summary>
    public bool IsTimed(TransferSpec transfer) =>
        options.HasFailures && ((LinkSpec)model.Services[IndexOf(transfer.From)]).IsTimed;

    /// <summary>Whether a client of a step gives up at last; alone with a private service and failures off it goes on asking.</summary>
    public bool MayGiveUp(StepSpec spec) =>
        spec
            .Calls.Select(call => call.Service)
            .Concat(spec.Uses.Select(use => use.Service))
            .Select(name => model.Services[IndexOf(name)])
            .Any(service =>
                service.ClientRetry?.Limit is not null && (options.HasFailures || !options.IsPrivate(service.Name))
            );

    public StationSpec StationOf(UseSpec use) => (StationSpec)model.Services[IndexOf(use.Service)];

    public int IndexOf(string name)
    {
        for (var index = 0; index < model.Services.Count; index++)
        {
            if (string.Equals(model.Services[index].Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new ArgumentException($"No service is called '{name}'.", nameof(name));
    }
}
