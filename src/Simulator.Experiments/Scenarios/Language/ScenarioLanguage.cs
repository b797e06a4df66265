using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>The whole language of scenario files; reader, editor schema and reference page are made from it.</summary>
internal static class ScenarioLanguage
{
    /// <summary>The version of the language.</summary>
    public const int Version = 1;

    /// <summary>The most nodes of a cluster.</summary>
    public const int MostNodes = 100_000_000;

    private static readonly EntriesShape Topology = new(
        "a map of levels",
        new NameShape("rack"),
        new CountedShape("a number of members of the level before", "18 nodes", mayBeShare: false)
    )
    {
        ExampleKey = "rack",
        Most = 16,
    };

    private static readonly MapShape Cluster = new(
        "a cluster",
        () =>
            [
                new("nodes", new WholeShape(1, MostNodes), "N, the number of nodes.")
                {
                    IsRequired = true,
                    Example = "1000",
                },
                new(
                    "topology",
                    Topology,
                    "Groups from the innermost to the outermost, each so many of the level before."
                ),
                new("gpus-per-node", new WholeShape(1, 1024), "GPUs in a node, for capacity lost in GPU-hours.")
                {
                    Example = "8",
                },
            ]
    );

    private static readonly EntriesShape Services = new(
        "a map of services",
        new NameShape("images"),
        ServiceLanguage.Service
    )
    {
        ExampleKey = "images",
    };

    private static readonly EntriesShape Steps = new(
        "a map of at least one step",
        new NameShape("reboot"),
        StepLanguage.Step
    )
    {
        ExampleKey = "reboot",
        Least = 1,
    };

    private static readonly MapShape Defect = new(
        "a defect",
        () =>
            [
                new("share", new ShareShape(isOpen: false), "The probability that the new version is bad on a node.")
                {
                    IsRequired = true,
                },
                new(
                    "detected-after",
                    new DurationShape(0),
                    "From the end of a bad node until it counts as failed for 'failure' in the rollout."
                )
                {
                    Default = "0 s",
                    Example = "30 min",
                },
            ]
    );

    private static readonly MapShape Update = new(
        "an update",
        () =>
            [
                new(
                    "steps",
                    Steps,
                    "What is done to every node, in this order unless a step says otherwise by 'after'."
                )
                {
                    IsRequired = true,
                },
                new(
                    "defect",
                    Defect,
                    "A new version that is bad on some nodes, which shows only after they are verified."
                ),
            ]
    );

    private static readonly MapShape Goals = new(
        "goals",
        () =>
            [
                new(
                    "deviation",
                    new ShareShape(isOpen: true),
                    "How far T(N) may lie above the contention-free time and still count as O(1)."
                )
                {
                    Default = "10 %",
                },
                new("deadline", new DurationShape(1), "The time in which the rollout has to be over.")
                {
                    Example = "8 h",
                },
                new(
                    "precision",
                    new ShareShape(isOpen: true),
                    "Replications go on until the half-width of the mean is below this share of it."
                )
                {
                    Default = "2 %",
                },
                new("confidence", new ShareShape(isOpen: true), "The level of all intervals.") { Default = "95 %" },
                new(
                    "share-verified",
                    new ShareShape(isOpen: true),
                    "The share q of nodes to which the time is reported beside 100 %."
                )
                {
                    Default = "99 %",
                },
            ]
    );

    private static readonly EntriesShape Sweep = new(
        "a map from key paths to values",
        new ReferenceShape("the path of a number in this file", "cluster.nodes"),
        AxisLanguage.Axis
    )
    {
        ExampleKey = "cluster.nodes",
        Most = 16,
    };

    /// <summary>The file as a whole.</summary>
    public static readonly MapShape Root = new(
        "a scenario",
        () =>
            [
                new("schema", new WholeShape(Version, Version), "The version of this language.") { IsRequired = true },
                new("name", new NameShape("rack-firmware"), "The name of the scenario in tables and file names.")
                {
                    IsRequired = true,
                },
                new(
                    "seed",
                    new WholeShape(0, 999_999_999_999_999_999),
                    "Where random numbers start; the same seed gives the same bytes."
                )
                {
                    Default = "1",
                    Example = "20261123",
                },
                new(
                    "start",
                    new WeekInstantShape(),
                    "Day and time at which the rollout starts, local, without daylight saving, for opening hours; Mon 00:00 where it is missing."
                )
                {
                    Example = "Mon 08:30",
                },
                new("cluster", Cluster, "The nodes and how they are grouped.") { IsRequired = true },
                new("services", Services, "What the nodes share and wait for."),
                new("update", Update, "What happens to a node between old version and new version.")
                {
                    IsRequired = true,
                },
                new(
                    "rollout",
                    RolloutLanguage.Rollout,
                    "Who may be updated when; everybody at once where it is missing."
                ),
                new("sweep", Sweep, "Quantities of this file that are varied, the last axis fastest."),
                new("goals", Goals, "What the answer is held against."),
                new(
                    "evidence",
                    EvidenceLanguage.Evidence,
                    "The published measurement that this file predicts, for 'o1sim evidence'."
                ),
            ]
    );
}
