using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Stages of a deployment in Azure.</summary>
internal static class AzureStages
{
    public static readonly Preset Sdp = new(
        "azure-stages",
        "Azure safe deployment practices",
        "Stages of growing size (canary, pilot, regions) with a bake time and a health gate between them.",
        [
            Needed(
                new Field("stages", Quotas, "The total updated after each stage, counts or percentages.")
                {
                    Example = "[1%, 10%, 100%]",
                }
            ),
            Needed(new Field("bakeTime", new IsoDurationShape(), "The time between stages.")),
        ]
    )
    {
        Mapping = ["waves up to each total, rounded down, then the rest; bakeTime between them"],
        Limits =
        [
            "The hours that Azure itself bakes were not verified, so they are asked for.",
            "The health gate passes.",
        ],
        Source = "Azure documentation, safe deployment practices",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Waves,
                Waves = arguments.Totals("stages"),
                AreTotals = true,
                Bake = arguments.Span("bakeTime"),
            }
        ),
    };

    public static readonly Preset OperatorNexus = new(
        "azure-operator-nexus-racks",
        "Azure Operator Nexus",
        "Runtime upgrade rack by rack: so many machines of a rack at once, a threshold of successes, a wait, the next rack.",
        [
            Word("strategyType", "Rack", "Whether a person lets the next rack begin.", "Rack", "PauseAfterRack"),
            Needed(Word("thresholdType", null, "What the threshold counts.", "CountSuccess", "PercentSuccess")),
            Needed(Whole("thresholdValue", null, "Machines, or percent, of a rack that have to succeed.")),
            Time("waitTimeMinutes", 0, "Minutes between two racks."),
            Needed(Whole("maxUnavailable", null, "Machines of a rack that are updated at once.", 1)),
            GoSpan("pause", null, "With PauseAfterRack: how long it takes until a person goes on."),
        ]
    )
    {
        Mapping =
        [
            "one wave for each rack of the topology, a window of maxUnavailable machines inside it",
            "fewer successes in a rack than the threshold: no further rack",
            "waitTimeMinutes between racks; with PauseAfterRack also 'pause'",
        ],
        Limits = ["The topology needs a level called rack.", "A share of successes is rounded up."],
        Source = "Azure documentation, Operator Nexus ClusterUpdateStrategy",
        Map = MapNexus,
    };

    private static PresetOutcome MapNexus(PresetArguments arguments)
    {
        var isPaused = arguments.Word("strategyType") is "PauseAfterRack";
        var value = arguments.Whole("thresholdValue");
        var isShare = arguments.Word("thresholdType") is "PercentSuccess";
        if (isShare && value > 100)
        {
            arguments.Refuse("thresholdValue", "a percentage is needed", "Write '100' or less.");
        }

        if (isPaused != arguments.Holds("pause"))
        {
            arguments.Refuse(
                "pause",
                "it goes with 'strategyType: PauseAfterRack', and only with it",
                "Write both or none."
            );
        }

        var threshold = isShare
            ? Cluster.Strategies.Quota.OfShare(Math.Min(value, 100) / 100m)
            : Cluster.Strategies.Quota.OfNodes(value);
        return new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Waves,
                WavesBy = "rack",
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("maxUnavailable")),
                },
                Bake = arguments.Span("waitTimeMinutes", 60),
                Approval = arguments.Span("pause"),
                Failure = new FailurePolicy(threshold, Rounding.Up, ErrorScope.Batch) { CountsSuccesses = true },
            }
        );
    }
}
