namespace Simulator.Experiments.Presets;

/// <summary>All presets, those in widest use first. Thread-safe.</summary>
public static class PresetCatalogue
{
    /// <summary>Every preset; ids are unique.</summary>
    internal static IReadOnlyList<Preset> All { get; } =
    [
        KubernetesWorkloads.Deployment,
        KubernetesWorkloads.DaemonSet,
        KubernetesWorkloads.StatefulSet,
        KubernetesWorkloads.PdbDrain,
        ClusterApi.MachineDeployment,
        GkeNodePools.Surge,
        GkeNodePools.BlueGreen,
        AzureNodes.Aks,
        AwsNodes.Eks,
        AwsNodes.InstanceRefresh,
        AwsManagement.RunCommand,
        AwsManagement.AppConfig,
        AzureNodes.Vmss,
        AzureStages.Sdp,
        AzureStages.OperatorNexus,
        ClusterOperators.OpenShift,
        ProgressiveDelivery.ArgoCanary,
        ProgressiveDelivery.Flagger,
        FanOut.Ansible,
        FanOut.Salt,
        FanOut.Pdsh,
        FanOut.Clush,
        ClusterOperators.Kured,
        ClusterOperators.SystemUpgrade,
        ClusterOperators.Karpenter,
        Nomad.Update,
        Supercomputing.SlurmReboot,
        Supercomputing.Bos,
        Supercomputing.Xcat,
        Supercomputing.Ironic,
        Supercomputing.Kadeploy,
        NvidiaOperators.GpuOperator,
        NvidiaOperators.MaintenanceOperator,
        NvidiaOperators.InfraController,
        Supercomputing.MaintenanceTrains,
    ];

    /// <summary>Every preset as a reader sees it; ids are unique.</summary>
    public static IReadOnlyList<PresetPage> Pages { get; } = [.. All.Select(preset => preset.Page)];

    /// <summary>The preset of an id; null where there is none.</summary>
    /// <param name="id">The id, exactly.</param>
    internal static Preset? Find(string id) => All.FirstOrDefault(preset => preset.Id == id);

    /// <summary>"Did you mean ...?", or the list of what there is.</summary>
    /// <param name="id">What was written.</param>
    public static string Suggest(string id) =>
        Scenarios.Grammar.Suggestion.Nearest(id.ToLowerInvariant(), All.Select(preset => preset.Id)) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"There are {string.Join(", ", All.Select(preset => preset.Id))}.";
}
