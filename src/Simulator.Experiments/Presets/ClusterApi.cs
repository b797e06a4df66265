using Simulator.Cluster.Strategies;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Machines of Cluster API.</summary>
internal static class ClusterApi
{
    public static readonly Preset MachineDeployment = new(
        "cluster-api-machine-deployment",
        "Cluster API",
        "MachineDeployment: a window that replaces machines, new ones first by default.",
        [
            Quota("maxUnavailable", "0", "Machines below N."),
            Quota("maxSurge", "1", "Machines above N."),
            Time("minReadySeconds", 0, "How long a machine has to be ready until it counts."),
        ]
    )
    {
        Mapping =
        [
            "window of maxUnavailable + maxSurge machines",
            "maxUnavailable: share of N rounded down; maxSurge: rounded up; 1 where both would come to 0",
            "machines that failed keep counting as unavailable",
            "minReadySeconds: a step 'verify' of that length",
        ],
        Limits =
        [
            "Time-outs of drain, volume detach and deletion belong to the steps.",
            "One MachineDeployment; several in one ClusterClass go one after the other by default.",
        ],
        Source = "kubernetes-sigs/cluster-api@ae7ff04, MachineDeployment v1beta2",
        Map = arguments => KubernetesWorkloads.Surging(arguments, Rounding.Down),
    };
}
