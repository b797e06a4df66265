using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>Who may be updated when.</summary>
internal static class RolloutLanguage
{
    private const string Quota = "a count or a share";

    private static readonly WholeShape Nodes = new(1, ScenarioLanguage.MostNodes);

    private static readonly WordShape Rounding = new("down", "up", "nearest");

    private static readonly MapShape Domain = new(
        "a limit for each group",
        () =>
            [
                new("level", new ReferenceShape("a level", "rack"), "The groups: a level above the unit.")
                {
                    IsRequired = true,
                },
                new("most", Nodes, "Units of one group that may be out of service at once.") { IsRequired = true },
            ]
    );

    private static readonly MapShape Limit = new(
        "a limit",
        () =>
            [
                new(
                    "max-unavailable",
                    new CountedShape(Quota, "5 %", mayBeShare: true),
                    "How much may be out of service at once: nodes, units, or a share of N; needed unless there is a surge."
                ),
                new("rounding", Rounding, "How a share of N becomes whole nodes.") { Default = "down" },
                new("floor", Nodes, "The least, in nodes.") { Default = "1", Example = "2" },
                new("cap", Nodes, "The most, in nodes; none where it is missing.") { Example = "100" },
                new(
                    "surge",
                    new CountedShape(Quota, "10 %", mayBeShare: true),
                    "Nodes that are added first: so many more are updated at once."
                ),
                new("surge-rounding", Rounding, "How a share of surge nodes becomes whole nodes.") { Default = "up" },
                new("counts-failed", new FlagShape(), "Whether nodes that have failed keep their places.")
                {
                    Default = "false",
                },
                new("domain", Domain, "A limit for each rack, row or zone beside the one for all."),
            ]
    );

    private static readonly ListShape Waves = new(
        "a list of counts and shares",
        new CountedShape(Quota, "10 %", mayBeShare: true)
    )
    {
        Least = 1,
    };

    private static readonly MapShape Probe = new(
        "a health probe",
        () =>
            [
                new("interval", new DurationShape(0), "From one check to the next; the first is made at once.")
                {
                    IsRequired = true,
                },
                new("count", new WholeShape(1, 1_000_000), "Checks.") { IsRequired = true, Example = "5" },
                new("failure-limit", new WholeShape(0, 1_000_000), "Bad checks that are tolerated.") { Default = "0" },
                new("success-limit", new WholeShape(1, 1_000_000), "Good checks in a row that are enough."),
                new("bad", new ShareShape(isOpen: false), "The probability that a check is bad.") { Default = "0 %" },
            ]
    );

    private static readonly MapShape Tick = new(
        "ticks",
        () =>
            [
                new("period", new DurationShape(1), "P, from one look to the next.") { IsRequired = true },
                new(
                    "phase",
                    new WordShape("aligned", "uniform", "restart"),
                    "The first look: at 0, uniform in [0, P), or uniform in [P/2, 3P/2) after a restart of all daemons."
                )
                {
                    Default = "aligned",
                },
                new("most", Nodes, "Units that one look of a controller admits at most."),
            ]
    );

    private static readonly MapShape Failure = new(
        "a failure policy",
        () =>
            [
                new(
                    "max-errors",
                    new CountOrShareShape(),
                    "Failed nodes that are tolerated; with more, nobody else is admitted, and those under way finish."
                )
                {
                    IsRequired = true,
                },
                new("rounding", Rounding, "How a share becomes whole nodes.") { Default = "down" },
                new("per", new WordShape("rollout", "batch"), "Of what errors are counted and shares are taken.")
                {
                    Default = "rollout",
                },
            ]
    );

    /// <summary>The strategy.</summary>
    public static readonly MapShape Rollout = new("a rollout", () => [.. Sizes, .. Rules]);

    private static IReadOnlyList<Field> Sizes =>
        [
            new(
                "preset",
                PresetLanguage.Preset,
                "The strategy of a tool, in the tool's own words; 'o1sim presets' lists them."
            ),
            new(
                "admission",
                new WordShape("window", "batch", "waves", "schedule", "lock", "controller"),
                "window: the next starts when one is done; batch: when all are; waves: batches of listed sizes; schedule: waves by the clock; lock: each unit polls for a place; controller: a loop admits."
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
            new(
                "limit",
                Limit,
                "The size of the window or batch; inside waves, how many go at a time; nobody waits where it is missing."
            ),
            new("waves", Waves, "The sizes of the waves; the last one repeats.") { Example = "[1, 10, 25 %]" },
            new("by", new ReferenceShape("a level", "rack"), "One wave for each group of a level, in place of sizes."),
            new(
                "growth",
                new RealShape(1, 1_000, isOpen: false),
                "The factor from one wave to the next after the list."
            )
            {
                Default = "1",
                Example = "2",
            },
            new("every", new DurationShape(1), "For a schedule: from the begin of a wave to the next.")
            {
                Example = "6 min",
            },
        ];

    private static IReadOnlyList<Field> Rules =>
        [
            new("bake", new DurationShape(0), "The pause between a batch or wave and the next.")
            {
                Default = "0 s",
                Example = "30 min",
            },
            new("probe", Probe, "Health checks between a batch or wave and the next; a bad end stops the rollout."),
            new("approval", new DurationShape(0), "The time until a person has agreed to the next batch or wave.")
            {
                Default = "0 s",
                Example = "2 h",
            },
            new("tick", Tick, "When the units of a lock, or the controller, look."),
            new(
                "order",
                new WordShape("ready", "ordinal", "reverse", "random"),
                "Who is next: longest ready, smallest number (rack by rack), largest, or by lot."
            )
            {
                Default = "ready",
            },
            new("release-delay", new DurationShape(0), "From the end of a unit until its place is free.")
            {
                Default = "0 s",
                Example = "30 s",
            },
            new("failure", Failure, "When failures stop the rollout; they never do where it is missing."),
            new("progress-deadline", new DurationShape(1), "Stops the rollout when no unit gets done for so long.")
            {
                Example = "10 min",
            },
            new(
                "provision",
                LawLanguage.Law,
                "How long a surge node takes until it replaces one: a step of that name, in service."
            ),
        ];
}
