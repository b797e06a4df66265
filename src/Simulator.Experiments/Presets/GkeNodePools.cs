using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Upgrades of GKE node pools.</summary>
internal static class GkeNodePools
{
    public static readonly Preset Surge = new(
        "gke-surge",
        "Google Kubernetes Engine",
        "Surge upgrade of a node pool: maxSurge + maxUnavailable nodes at once.",
        [
            Needed(Whole("maxSurge", null, "Nodes added first.")),
            Needed(Whole("maxUnavailable", null, "Nodes that may be missing.")),
            Needed(Whole("cap", null, "The most nodes at once that GKE allows, whatever the two add up to.", 1)),
        ]
    )
    {
        Mapping =
        [
            "window of min(cap, maxSurge + maxUnavailable) nodes",
            "'provision' beside the preset says how long a new node takes",
        ],
        Limits = ["A cap of 20 nodes at once is reported but was not verified, so it is asked for."],
        Source = "Google Cloud documentation, node pool upgrade strategies",
        Map = MapSurge,
    };

    public static readonly Preset BlueGreen = new(
        "gke-blue-green",
        "Google Kubernetes Engine",
        "Blue-green upgrade of a node pool: all green nodes are made, then blue ones are drained in batches with a soak.",
        [
            new Field(
                "batchPercentage",
                new FractionShape(),
                "The share of blue nodes drained at a time, above 0 up to 1."
            ),
            Whole("batchNodeCount", null, "Blue nodes drained at a time.", 1),
            GoSpan("batchSoakDuration", "0s", "The pause after each batch."),
            UnknownRounding,
        ]
    )
    {
        Mapping = ["batches with a barrier, batchSoakDuration between them"],
        Limits =
        [
            "Green nodes are made before: declare that as a first step with 'in-service: true'.",
            "nodePoolSoakDuration comes after the last node and is no part of T.",
        ],
        Source = "Google Cloud documentation, node pool upgrade strategies",
        Map = MapBlueGreen,
    };

    private static PresetOutcome MapSurge(PresetArguments arguments)
    {
        arguments.RefuseBothZero("maxUnavailable", "maxSurge");
        return new PresetOutcome(
            new RolloutSpec
            {
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("maxUnavailable")),
                    Floor = 0,
                    Surge = Cluster.Strategies.Quota.OfNodes(arguments.Whole("maxSurge")),
                    Cap = arguments.Whole("cap"),
                },
            }
        );
    }

    private static PresetOutcome MapBlueGreen(PresetArguments arguments)
    {
        var share = arguments.MaybeFraction("batchPercentage");
        var count = arguments.MaybeWhole("batchNodeCount");
        if (share is null == count is null)
        {
            arguments.Refuse(
                "batchPercentage",
                "exactly one of batchPercentage and batchNodeCount is needed",
                "Keep one."
            );
        }

        var quota = share is { } part
            ? Cluster.Strategies.Quota.OfShare(part)
            : Cluster.Strategies.Quota.OfNodes(count ?? 1);
        return new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Batch,
                Limit = new LimitSpec { MaxUnavailable = quota, Rounding = arguments.UnknownRounding(quota) },
                Bake = arguments.Span("batchSoakDuration"),
            }
        );
    }
}
