using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>A station: servers, queue, hours, speed.</summary>
internal static class StationLanguage
{
    private static readonly HoursShape Hours = new();

    private static readonly EitherShape Open = new("hours of the week or a list of them")
    {
        Scalar = Hours,
        List = new ListShape("a list of hours", Hours) { Least = 1 },
    };

    private static readonly MapShape Speed = new(
        "a law of speed",
        () =>
            [
                new(
                    "contention",
                    new ShareShape(isOpen: false),
                    "The share of the work that only one can do at a time: sigma of the universal scalability law."
                )
                {
                    Default = "0 %",
                    Example = "3 %",
                },
                new(
                    "coherency",
                    new ShareShape(isOpen: false),
                    "What each pair costs to agree: kappa; above 0, more at once are slower together from a point on."
                )
                {
                    Default = "0 %",
                    Example = "0.01 %",
                },
            ]
    );

    /// <summary>The station.</summary>
    public static readonly MapShape Station = new(
        "a station",
        () =>
            [
                new("servers", new WholeShape(1, 1_000_000_000), "c, how many are served at once.")
                {
                    IsRequired = true,
                    Example = "64",
                },
                new(
                    "discipline",
                    new WordShape("fifo", "priority", "lifo", "random", "preemptive-priority", "sharing"),
                    "Who goes first: who came first, the smallest priority of the use, who came last, anyone; or nobody waits and all share the servers."
                )
                {
                    Default = "fifo",
                },
                new(
                    "queue",
                    new WholeShape(0, 1_000_000_000),
                    "How many may wait; who comes beyond is refused. No end where it is missing."
                )
                {
                    Example = "100",
                },
                new("retry", ServiceLanguage.Retry, "How a refused client comes again; needed with 'queue'."),
                new("open", Open, "When it works, by the clock that 'start' sets; always where it is missing.")
                {
                    Example = "Mon-Fri 09:00-17:00",
                },
                new(
                    "speed",
                    Speed,
                    "How those in service slow each other down: n of them work n / (1 + contention (n - 1) + coherency n (n - 1)) times as fast as one."
                )
                {
                    Example = "{ contention: 3 %, coherency: 0.01 % }",
                },
                new("outages", OutageLanguage.Outages, "When it is down; work under way stands still meanwhile.")
                {
                    Example = "[{ at: 1 h, lasts: 20 min }]",
                },
            ]
    );
}
