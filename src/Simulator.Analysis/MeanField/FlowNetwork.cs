namespace Simulator.Analysis.MeanField;

/// <summary>A line of stages that all customers go through in order, and what they share on the way.</summary>
/// <remarks>
/// Times in seconds, all delays on one grid. Every load of a shared thing is the time that it needs for one customer, in the mean.
/// </remarks>
public sealed record FlowNetwork
{
    /// <summary>The stages, at least one.</summary>
    public required IReadOnlyList<FlowStage> Stages { get; init; }

    /// <summary>What can be held at once, by number; ∞ where it is no limit.</summary>
    public IReadOnlyList<double> Capacities { get; init; } = [];

    /// <summary>Who holds what from where to where.</summary>
    public IReadOnlyList<FlowClaim> Claims { get; init; } = [];

    /// <summary>Rate limits.</summary>
    public IReadOnlyList<FlowBucket> Buckets { get; init; } = [];

    /// <summary>Shared links.</summary>
    public IReadOnlyList<FlowLink> Links { get; init; } = [];

    /// <summary>The same with nobody in the way.</summary>
    public FlowNetwork Free() =>
        this with
        {
            Claims = [],
            Stages = [.. Stages.Select(stage => stage with { Calls = [] })],
            Links = [.. Links.Select(link => link with { Bandwidth = double.PositiveInfinity })],
        };

    /// <summary>The mean time of a stage that is not waited for.</summary>
    /// <param name="stage">Its number.</param>
    public double MeanOf(int stage) =>
        Stages[stage].Delay.Mean
        + (Stages[stage].Transfer is { } transfer ? transfer.Bits / Links[transfer.Link].PerFlow : 0);

    /// <summary>Mean and variance of the time for which a claim is held, nobody in the way.</summary>
    /// <param name="claim">The claim.</param>
    public (double Mean, double Variance) Holding(FlowClaim claim)
    {
        var span = Enumerable.Range(claim.From, claim.Until - claim.From + 1).ToList();
        return (span.Sum(MeanOf), span.Sum(stage => Stages[stage].Delay.Variance));
    }

    /// <summary>The time that N customers need of each shared thing, in the mean: capacities, then buckets, then links.</summary>
    /// <param name="customers">N.</param>
    public IReadOnlyList<double> Loads(double customers)
    {
        var loads = new double[Capacities.Count + Buckets.Count + Links.Count];
        foreach (var claim in Claims)
        {
            loads[claim.Capacity] += customers * claim.Amount * Holding(claim).Mean / Capacities[claim.Capacity];
        }

        foreach (var stage in Stages)
        {
            foreach (var call in stage.Calls)
            {
                loads[Capacities.Count + call.Bucket] += customers * call.Tokens / Buckets[call.Bucket].Rate;
            }

            if (stage.Transfer is { } transfer)
            {
                var load = customers * transfer.Flows * transfer.Bits / Links[transfer.Link].Bandwidth;
                loads[Capacities.Count + Buckets.Count + transfer.Link] += load;
            }
        }

        for (var bucket = 0; bucket < Buckets.Count; bucket++)
        {
            ref var load = ref loads[Capacities.Count + bucket];
            load = Math.Max(0, load - (Buckets[bucket].Burst / Buckets[bucket].Rate));
        }

        return loads;
    }
}
