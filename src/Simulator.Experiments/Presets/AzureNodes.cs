using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Nodes and instances in Azure.</summary>
internal static class AzureNodes
{
    private static readonly string[] Behaviours = ["Schedule", "Cordon"];

    public static readonly Preset Aks = new(
        "aks-node-pool",
        "Azure Kubernetes Service",
        "Upgrade of a node pool: surge nodes are added, as many old ones drained and reimaged, then the next.",
        [
            Quota("maxSurge", "10%", "Nodes added first."),
            Quota("maxUnavailable", "0", "Nodes that may be missing."),
            Time("nodeSoakDurationInMinutes", 0, "Minutes after each node until the next."),
            Word(
                "undrainableNodeBehavior",
                "Schedule",
                "Whether a node that cannot be drained fails the upgrade.",
                Behaviours
            ),
            Quota("maxBlockedNodes", null, "Nodes that may stay behind with Cordon; maxSurge where it is left out."),
        ]
    )
    {
        Mapping =
        [
            "batches with a barrier of maxSurge + maxUnavailable nodes, both rounded up",
            "nodeSoakDurationInMinutes: a place is free that long after its node is done",
            "Schedule: the first failed node stops the upgrade; Cordon: more than maxBlockedNodes do",
        ],
        Limits = ["drainTimeoutInMinutes (30) is the time-out of the drain step.", "One node pool."],
        Source = "Azure documentation, upgrade options of AKS clusters",
        Map = MapAks,
    };

    public static readonly Preset Vmss = new(
        "azure-vmss-rolling",
        "Azure Virtual Machine Scale Sets",
        "RollingUpgradePolicy: batches with a barrier and a pause, stopped by too many unhealthy instances.",
        [
            Percent("maxBatchInstancePercent", 20, "The size of a batch."),
            Percent(
                "maxUnhealthyUpgradedInstancePercent",
                20,
                "Of the instances upgraded, checked after each batch.",
                0
            ),
            new Field("pauseTimeBetweenBatches", new IsoDurationShape(), "The pause between batches.")
            {
                Default = "PT0S",
            },
            UnknownRounding,
        ]
    )
    {
        Mapping =
        [
            "batches with a barrier, at least 1 instance each",
            "more than maxUnhealthyUpgradedInstancePercent of those begun have failed at the end of a batch: stop",
        ],
        Limits =
        [
            "maxUnhealthyInstancePercent, of the whole set, cannot be exceeded before the other is unless it is smaller.",
            "maxSurge, enableCrossZoneUpgrade and rollbackFailedInstancesOnPolicyBreach are not carried over.",
        ],
        Source = "Azure REST reference, RollingUpgradePolicy",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Batch,
                Limit = new LimitSpec
                {
                    MaxUnavailable = arguments.Percent("maxBatchInstancePercent"),
                    Rounding = arguments.UnknownRounding(arguments.Percent("maxBatchInstancePercent")),
                },
                Bake = arguments.Span("pauseTimeBetweenBatches"),
                Failure = new FailurePolicy(
                    arguments.Percent("maxUnhealthyUpgradedInstancePercent"),
                    Scope: ErrorScope.Begun
                ),
            }
        ),
    };

    private static PresetOutcome MapAks(PresetArguments arguments)
    {
        arguments.RefuseBothZero("maxUnavailable", "maxSurge");
        var surge = arguments.Quota("maxSurge");
        var blocked = arguments.Word("undrainableNodeBehavior") is "Cordon"
            ? arguments.MaybeQuota("maxBlockedNodes") ?? surge
            : Cluster.Strategies.Quota.OfNodes(0);
        return new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Batch,
                Limit = new LimitSpec
                {
                    MaxUnavailable = arguments.Quota("maxUnavailable"),
                    Rounding = Rounding.Up,
                    Floor = 0,
                    Surge = surge,
                },
                ReleaseDelay = arguments.Span("nodeSoakDurationInMinutes", 60),
                Failure = new FailurePolicy(blocked, Rounding.Up),
            }
        );
    }
}
