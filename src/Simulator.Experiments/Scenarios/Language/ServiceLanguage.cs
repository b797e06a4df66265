using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>What nodes share.</summary>
internal static class ServiceLanguage
{
    /// <summary>Whole pieces or power.</summary>
    public static readonly QuantityShape Amount = new(
        "an amount",
        "8 kW",
        UnitTables.Power,
        units => new Cluster.Services.Amount(units, Cluster.Services.Dimension.Power)
    )
    {
        Bare = count => new Cluster.Services.Amount(count, Cluster.Services.Dimension.Count),
    };

    /// <summary>How long to wait before the next try.</summary>
    public static readonly EitherShape Backoff = new("a duration or a map with its growth")
    {
        Scalar = new DurationShape(0),
        Map = new MapShape(
            "a back-off",
            () =>
                [
                    new("delay", new DurationShape(0), "The first pause.") { IsRequired = true, Example = "1 s" },
                    new("factor", new RealShape(1, 1000, isOpen: false), "Growth of the pause from try to try.")
                    {
                        Default = "1",
                        Example = "2",
                    },
                    new("cap", new DurationShape(1), "The longest pause.") { Example = "5 min" },
                    new("jitter", new ShareShape(isOpen: false), "The part of the pause that is random.")
                    {
                        Default = "0 %",
                        Example = "50 %",
                    },
                ]
        ),
    };

    private static readonly QuantityShape Rate = new(
        "a transfer rate",
        "100 Gbit/s",
        UnitTables.Rate,
        bits => new DataRate(bits)
    );

    private static readonly MapShape Link = new(
        "a link",
        () =>
            [
                new("bandwidth", Rate, "B, what all transfers share equally.") { IsRequired = true },
                new("per-node", Rate, "b, what one transfer gets at most; no cap where it is missing.")
                {
                    Example = "1 Gbit/s",
                },
                new("outages", OutageLanguage.Outages, "When nothing flows; what was transferred stays transferred.")
                {
                    Example = "[{ at: 1 h, lasts: 20 min }]",
                },
            ]
    );

    /// <summary>How a client comes again.</summary>
    public static readonly MapShape Retry = new(
        "a retry policy",
        () =>
            [
                new("backoff", Backoff, "The pause before the next call.")
                {
                    IsRequired = true,
                    Example = "{ delay: 1 s, factor: 2, cap: 1 min }",
                },
                new("limit", new WholeShape(0, 1_000_000), "Calls after the first; without end where it is missing.")
                {
                    Example = "10",
                },
            ]
    );

    private static readonly MapShape TokenBucket = new(
        "a token bucket",
        () =>
            [
                new("rate", new FrequencyShape(), "r, tokens that come back per time.") { IsRequired = true },
                new(
                    "burst",
                    new WholeShape(1, 1_000_000_000_000),
                    "b, tokens that the full bucket holds; it starts full."
                )
                {
                    IsRequired = true,
                    Example = "30",
                },
                new(
                    "when-empty",
                    new WordShape("wait", "reject"),
                    "Whether a call that finds too few tokens waits in line or is refused."
                )
                {
                    Default = "wait",
                },
                new("retry", Retry, "How a client calls again after a refusal; needed with 'when-empty: reject'."),
            ]
    );

    private static readonly MapShape Budget = new(
        "a budget",
        () => [new("capacity", Amount, "What may be held at once.") { IsRequired = true, Example = "2 MW" }]
    );

    /// <summary>One service: exactly one kind, and the level of which each group has its own.</summary>
    public static readonly MapShape Service = new(
        "a service",
        () =>
            [
                new("link", Link, "A bandwidth that transfers share."),
                new("station", StationLanguage.Station, "Servers before one queue; a step 'uses' one while it works."),
                new("token-bucket", TokenBucket, "A rate limit with a burst; a step 'calls' it before it works."),
                new("budget", Budget, "A capacity of which steps hold amounts; a step 'needs' some."),
                new("per", new ReferenceShape("a level", "rack"), "The level of which each group has one of its own.")
                {
                    Default = "cluster",
                },
            ]
    )
    {
        Definition = "service",
        OneOf = ["link", "station", "token-bucket", "budget"],
    };
}
