using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>One step of the update.</summary>
internal static class StepLanguage
{
    private static readonly ReferenceShape StepName = new("the name of a step", "drain");
    private static readonly ReferenceShape Link = new("the name of a link", "images");
    private static readonly ReferenceShape Station = new("the name of a station", "uploads");
    private static readonly ReferenceShape Budget = new("the name of a budget", "power");
    private static readonly ReferenceShape Bucket = new("the name of a token bucket", "api");

    private static readonly EitherShape Uses = new("the name of a station, a list of them or a map with priorities")
    {
        Scalar = Station,
        List = new ListShape("a list of stations", Station),
        Map = new EntriesShape(
            "a map of stations",
            Station,
            new MapShape(
                "a use",
                () =>
                    [
                        new(
                            "priority",
                            new WholeShape(0, 1_000_000),
                            "Smaller goes first, where the station serves by priority."
                        )
                        {
                            Default = "0",
                        },
                    ]
            )
        )
        {
            ExampleKey = "uploads",
        },
    };

    private static readonly EntriesShape Needs = new(
        "a map from budgets to amounts",
        Budget,
        new EitherShape("an amount or a map with the step until whose end it is held")
        {
            Scalar = ServiceLanguage.Amount,
            Map = new MapShape(
                "a need",
                () =>
                    [
                        new("amount", ServiceLanguage.Amount, "How much is held.") { IsRequired = true },
                        new(
                            "until",
                            StepName,
                            "The later step at whose end it is given back; this step where it is missing."
                        )
                        {
                            Example = "verify",
                        },
                    ]
            ),
        }
    )
    {
        ExampleKey = "power",
    };

    private static readonly EntriesShape Calls = new(
        "a map from token buckets to numbers of calls",
        Bucket,
        new WholeShape(1, 1_000_000_000_000)
    )
    {
        ExampleKey = "api",
    };

    private static readonly EitherShape Fails = new("a share or a map with the moment of detection")
    {
        Scalar = new ShareShape(isOpen: false),
        Map = new MapShape(
            "a failure",
            () =>
                [
                    new("share", new ShareShape(isOpen: false), "The probability that an attempt fails.")
                    {
                        IsRequired = true,
                        Example = "0.4 %",
                    },
                    new(
                        "detected",
                        new WordShape("at-end", "at-once", "at-time-out"),
                        "When the failure shows: after the full duration, at once, or at the time-out."
                    )
                    {
                        Default = "at-end",
                    },
                    new(
                        "time-out",
                        new DurationShape(1),
                        "How long a failing attempt takes with 'detected: at-time-out'."
                    )
                    {
                        Example = "30 min",
                    },
                ]
        ),
    };

    private static readonly MapShape Retry = new(
        "a retry policy",
        () =>
            [
                new("limit", new WholeShape(0, 1_000_000), "Attempts after the first; then the node has failed.")
                {
                    IsRequired = true,
                    Example = "2",
                },
                new("backoff", ServiceLanguage.Backoff, "The pause before the next attempt; none where it is missing.")
                {
                    Example = "10 min",
                },
            ]
    );

    private static readonly EitherShape Poll = new("a period or a map with its phase")
    {
        Scalar = new DurationShape(1),
        Map = new MapShape(
            "a polling rule",
            () =>
                [
                    new("period", new DurationShape(1), "The time between two looks.")
                    {
                        IsRequired = true,
                        Example = "30 s",
                    },
                    new(
                        "phase",
                        new WordShape("begin", "uniform"),
                        "Whether looks count from the begin of the step or lie at random."
                    )
                    {
                        Default = "begin",
                    },
                ]
        ),
    };

    private static readonly EitherShape After = new("the name of a step or a list of them")
    {
        Scalar = StepName,
        List = new ListShape("a list of steps", StepName),
    };

    private static readonly QuantityShape Size = new(
        "an amount of data",
        "1.2 GB",
        UnitTables.Data,
        bits => new DataSize(bits)
    );

    /// <summary>The step.</summary>
    public static readonly MapShape Step = new(
        "a step",
        () =>
            [
                new("takes", LawLanguage.Takes, "How long the work takes; no time where it is missing."),
                new("transfer", Size, "Data that is fetched before the work."),
                new("from", Link, "The link over which it is fetched."),
                new("uses", Uses, "Stations of which one server is held from grant to the end of the step.")
                {
                    Example = "uploads",
                },
                new("needs", Needs, "Amounts of budgets that are held to the end of this step, or of a later one."),
                new("calls", Calls, "Calls to token buckets, all made when the step begins.")
                {
                    Example = "{ api: 7 }",
                },
                new("fails", Fails, "How attempts fail; never where it is missing.") { Example = "0.4 %" },
                new("retry", Retry, "What follows a failed attempt; without it the node has failed."),
                new(
                    "time-out",
                    new DurationShape(1),
                    "How long an attempt may take, waits included; then it is broken off, gives back what it held and has failed."
                )
                {
                    Example = "30 min",
                },
                new("poll", Poll, "The end is noticed at the next multiple of this period.") { Example = "30 s" },
                new(
                    "per",
                    new ReferenceShape("a level", "rack"),
                    "The level of which each group does the step once, when all its nodes are ready for it."
                )
                {
                    Default = "node",
                },
                new(
                    "in-service",
                    new FlagShape(),
                    "Whether the node keeps working meanwhile; such steps at the begin run ahead of admission."
                )
                {
                    Default = "false",
                },
                new("after", After, "What must be done before: the step above where it is missing, nothing with '[]'.")
                {
                    Example = "[drain]",
                },
            ]
    )
    {
        Definition = "step",
    };
}
