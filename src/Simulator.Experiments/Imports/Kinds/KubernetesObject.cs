namespace Simulator.Experiments.Imports.Kinds;

/// <summary>An object of the Kubernetes API that import knows.</summary>
/// <param name="Group">Its API group, such as <c>apps</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Import">Fills a preset from it.</param>
internal sealed record KubernetesObject(string Group, string Kind, Action<Entry, ImportContext> Import)
{
    /// <summary>Every object that is known, in the order in which messages list them.</summary>
    public static IReadOnlyList<KubernetesObject> All { get; } =
    [
        new("apps", "Deployment", Workloads.Deployment),
        new("apps", "DaemonSet", Workloads.DaemonSet),
        new("apps", "StatefulSet", Workloads.StatefulSet),
        new("policy", "PodDisruptionBudget", Workloads.DisruptionBudget),
        new("cluster.x-k8s.io", "MachineDeployment", ClusterApiObjects.MachineDeployment),
        new("controlplane.cluster.x-k8s.io", "KubeadmControlPlane", ClusterApiObjects.ControlPlane),
        new("machineconfiguration.openshift.io", "MachineConfigPool", NodeOperators.MachineConfigPool),
        new("karpenter.sh", "NodePool", KarpenterPools.NodePool),
        new("nvidia.com", "ClusterPolicy", NodeOperators.ClusterPolicy),
    ];

    /// <summary>The object that a document describes; null where it is none of these.</summary>
    public static KubernetesObject? Of(Entry document)
    {
        var group = (document["apiVersion"]?.Text ?? "").Split('/') is [var first, _] ? first : "";
        var kind = document["kind"]?.Text;
        return All.FirstOrDefault(known => known.Group == group && known.Kind == kind);
    }

    /// <summary>Its name in answers, as <c>Deployment/web</c> or <c>Deployment/shop/web</c>.</summary>
    public static string Subject(Entry document) =>
        string.Join(
            '/',
            new[] { document["kind"], document["metadata.namespace"], document["metadata.name"] }
                .OfType<Entry>()
                .Select(part => part.Text)
        );
}
