namespace Simulator.Experiments.Studies;

/// <summary>One declared limit: where it should bite, where it is seen to bite, and what it costs.</summary>
public sealed record ThresholdResult
{
    /// <summary>Its name: a service, <c>rollout.limit</c>, <c>rollout.limit.cap</c>.</summary>
    public required string Limit { get; init; }

    /// <summary>station, link, token-bucket, budget, limit, cap, batch or waves.</summary>
    public required string Kind { get; init; }

    /// <summary>What it allows, in the scenario's words, such as <c>100 at a time</c>.</summary>
    public required string Allows { get; init; }

    /// <summary>N* by formula: the largest N at which it does not bind; null where it never does.</summary>
    public long? Analytic { get; init; }

    /// <summary>
    /// The limit that keeps this one from binding: by formula, or, where no run shows this one to bind, the limit whose
    /// lifting saves most.
    /// </summary>
    public string? HiddenBehind { get; init; }

    /// <summary>For a capped share: the first N at which the rounded limit is changed by the cap.</summary>
    public long? RoundedFrom { get; init; }

    /// <summary>The largest simulated N below the first at which it is seen to bind; null where never seen.</summary>
    public long? Event { get; init; }

    /// <summary>The first simulated N at which it is seen to bind; null where never seen.</summary>
    public long? SeenFrom { get; init; }

    /// <summary>The last simulated N, from <see cref="SeenFrom"/> up, at which it is seen to bind; null where never seen.</summary>
    public long? SeenTo { get; init; }

    /// <summary>N* of the segmented fit, with its interval; null where not estimable.</summary>
    public double? Fit { get; init; }

    /// <summary>Lower end of the interval of <see cref="Fit"/>.</summary>
    public double? FitLower { get; init; }

    /// <summary>Upper end of the interval of <see cref="Fit"/>.</summary>
    public double? FitUpper { get; init; }

    /// <summary>What it adds to T at the largest N, in seconds, as in the waterfall.</summary>
    public double? CostSeconds { get; init; }

    /// <summary>Mean of what lifting it alone saves at the largest N, in seconds; negative where lifting it hurts.</summary>
    public double? SavedSeconds { get; init; }
}
