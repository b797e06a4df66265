using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>When a service is down.</summary>
internal static class OutageLanguage
{
    private static readonly MapShape Known = new(
        "an outage",
        () =>
            [
                new("at", new DurationShape(0), "When it begins, from the start of the rollout.")
                {
                    IsRequired = true,
                    Example = "1 h",
                },
                new("lasts", new DurationShape(1), "How long it lasts.") { IsRequired = true, Example = "20 min" },
            ]
    );

    private static readonly MapShape Drawn = new(
        "outages at random",
        () =>
            [
                new("mtbf", LawLanguage.Law, "The time from the start, or from a repair, to the next outage.")
                {
                    IsRequired = true,
                    Example = "{ exponential: { mean: 30 d } }",
                },
                new("mttr", LawLanguage.Law, "How long an outage lasts.") { IsRequired = true, Example = "2 h" },
            ]
    );

    /// <summary>Drawn or known beforehand.</summary>
    public static readonly EitherShape Outages = new("a list of outages or a map with 'mtbf' and 'mttr'")
    {
        List = new ListShape("a list of outages", Known) { Least = 1 },
        Map = Drawn,
    };
}
