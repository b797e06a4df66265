using Simulator.Cluster.Strategies;
using Simulator.Kernel;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Controllers that update GPU nodes.</summary>
internal static class NvidiaOperators
{
    private static readonly SimTime Pass = SimTime.FromSeconds(300);

    public static readonly Preset GpuOperator = new(
        "nvidia-gpu-operator",
        "NVIDIA GPU Operator",
        "upgradePolicy: slots = min(maxParallelUpgrades - in progress, maxUnavailable - unavailable).",
        [
            Whole("maxParallelUpgrades", 1, "Nodes upgraded at once; 0 means no such limit."),
            Quota("maxUnavailable", "25%", "Nodes unavailable at once, a count or a percentage.", 1),
        ]
    )
    {
        Mapping =
        [
            "window of min(maxParallelUpgrades, maxUnavailable) nodes; a percentage is rounded up, of the total at the start",
            "nodes that failed stay cordoned and keep counting",
        ],
        Limits = ["waitForCompletion, podDeletion and drain with their time-outs are steps of your own."],
        Source = "NVIDIA/k8s-operator-libs@11e747a",
        Map = arguments => new PresetOutcome(
            KubernetesWorkloads.Window(
                arguments.Quota("maxUnavailable"),
                Rounding.Up,
                arguments.Whole("maxParallelUpgrades") is > 0 and var most ? most : null
            )
        ),
    };

    public static readonly Preset MaintenanceOperator = new(
        "nvidia-maintenance-operator",
        "NVIDIA Maintenance Operator",
        "At most maxParallelOperations nodes in maintenance and at most maxUnavailable unavailable.",
        [
            Whole("maxParallelOperations", 4, "Nodes in maintenance at once.", 1),
            Quota("maxUnavailable", "4", "Nodes unavailable at once, a count or a percentage.", 1),
            UnknownRounding,
        ]
    )
    {
        Mapping = ["window of min(maxParallelOperations, maxUnavailable) nodes", "nodes that failed keep counting"],
        Limits = ["maxNodeMaintenanceTimeSeconds (3600) is the time-out of the steps."],
        Source = "Mellanox/maintenance-operator, MaintenanceOperatorConfig",
        Map = arguments => new PresetOutcome(
            KubernetesWorkloads.Window(
                arguments.Quota("maxUnavailable"),
                arguments.UnknownRounding(arguments.Quota("maxUnavailable")),
                Math.Max(arguments.Whole("maxParallelOperations"), 1)
            )
        ),
    };

    public static readonly Preset InfraController = new(
        "nvidia-infra-controller",
        "NVIDIA infra-controller",
        "Every 300 s a pass admits machines while fewer than the limit are being updated.",
        [
            Needed(
                Whole(
                    "max_concurrent_machine_updates_absolute",
                    null,
                    "Machines updated at once; unset means no automatic updates; 10 in a published site.",
                    1
                )
            ),
        ]
    )
    {
        Mapping = ["controller with a pass every 300 s from t = 0; machines count, whatever their rack"],
        Limits =
        [
            "max_uploads (4, shared) is a service of your own.",
            "concurrency_limit and run_interval belong to pre-ingestion.",
        ],
        Source = "NVIDIA infra-controller, machine_updater configuration",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Controller,
                Tick = new TickSpec(Pass, TickPhase.Aligned),
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(
                        arguments.Whole("max_concurrent_machine_updates_absolute")
                    ),
                },
            }
        ),
    };
}
