using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>Who may be updated when.</summary>
internal static class RolloutLanguage
{
    private const string Quota = "a count or a share";

    private static readonly WholeShape Nodes = new(1, ScenarioLanguage.MostNodes);

    private static readonly MapShape Limit = new(
        "a limit",
        () =>
            [
                new(
                    "max-unavailable",
                    new CountedShape(Quota, "5 %", mayBeShare: true),
                    "How much may be out of service at once: nodes, units, or a share of N."
                )
                {
                    IsRequired = true,
                },
                new("rounding", new WordShape("down", "up", "nearest"), "How a share of N becomes whole nodes.")
                {
                    Default = "down",
                },
                new("floor", Nodes, "The least, in nodes.") { Default = "1", Example = "2" },
                new("cap", Nodes, "The most, in nodes; none where it is missing.") { Example = "100" },
            ]
    );

    private static readonly ListShape Waves = new(
        "a list of counts and shares",
        new CountedShape(Quota, "10 %", mayBeShare: true)
    )
    {
        Least = 1,
    };

    /// <summary>The strategy.</summary>
    public static readonly MapShape Rollout = new(
        "a rollout",
        () =>
            [
                new(
                    "admission",
                    new WordShape("window", "batch", "waves"),
                    "window: the next starts when one is done; batch: when all are; waves: batches of listed sizes."
                )
                {
                    Default = "window",
                },
                new(
                    "unit",
                    new ReferenceShape("a level", "rack"),
                    "What is admitted as a whole: node or a level of the topology."
                )
                {
                    Default = "node",
                },
                new("limit", Limit, "The size of the window or batch; nobody waits where it is missing."),
                new("waves", Waves, "The sizes of the waves; the last one repeats.") { Example = "[1, 10, 25 %]" },
                new("bake", new DurationShape(0), "The pause between a batch or wave and the next.")
                {
                    Default = "0 s",
                    Example = "30 min",
                },
            ]
    );
}
