namespace Simulator.Experiments.Imports.Kinds;

/// <summary>MachineConfigPools of OpenShift, and the upgrade policy of the NVIDIA GPU Operator.</summary>
internal static class NodeOperators
{
    private const string Policy = "driver.upgradePolicy";

    private static readonly string[] Keys =
    [
        "autoUpgrade",
        "maxParallelUpgrades",
        "maxUnavailable",
        "waitForCompletion",
        "podDeletion",
        "gpuPodDeletion",
        "drain",
    ];

    /// <summary>A MachineConfigPool.</summary>
    public static void MachineConfigPool(Entry document, ImportContext context)
    {
        document["spec"]?.CheckSlips(["maxUnavailable", "paused"], []);
        var draft = context.Begin("openshift-machine-config-pool", KubernetesObject.Subject(document), document);
        var name = document["metadata.name"];
        if (name is { Text: "arbiter" })
        {
            draft.Take("maxUnavailable", name, "1", "the arbiter pool always takes 1");
        }
        else
        {
            draft.Take("maxUnavailable", document["spec.maxUnavailable"]);
        }

        draft.Drop(document["spec.paused"], "a paused pool is not updated; here it is");
        draft.Drop(document["status.machineCount"], "N is for the scenario to say, with cluster.nodes");
    }

    /// <summary>A ClusterPolicy of the GPU Operator.</summary>
    public static void ClusterPolicy(Entry document, ImportContext context) =>
        Upgrade(document, document["spec"], KubernetesObject.Subject(document), context);

    /// <summary>Whether a document is the values of the GPU Operator's chart.</summary>
    public static bool IsValues(Entry document) =>
        document["kind"] is null
        && document["driver"] is { Node: Scenarios.Yaml.YamlMapping } driver
        && driver["upgradePolicy"] is not null;

    /// <summary>The values of the GPU Operator's chart.</summary>
    public static void Values(Entry document, ImportContext context) =>
        Upgrade(document, document, "values/" + Path.GetFileName(document.At.File), context);

    private static void Upgrade(Entry document, Entry? spec, string subject, ImportContext context)
    {
        var policy = spec?[Policy];
        policy?.CheckKeys(Keys);
        var draft = context.Begin("nvidia-gpu-operator", subject, document);
        draft.Take("maxParallelUpgrades", policy?["maxParallelUpgrades"]);
        draft.Take("maxUnavailable", policy?["maxUnavailable"]);
        if (policy?["autoUpgrade"] is { IsTrue: false } idle)
        {
            draft.Note(idle, "nothing is upgraded until it is true; here the upgrade runs");
        }

        const string TimeOut = "it is a time-out of one node: give it to a step of that name";
        draft.DropAll(
            policy,
            ("waitForCompletion.podSelector", "how long jobs are waited for is a step of your own"),
            ("waitForCompletion.timeoutSeconds", TimeOut),
            ("podDeletion.timeoutSeconds", TimeOut),
            ("gpuPodDeletion.timeoutSeconds", TimeOut),
            ("drain.enable", "a drain is a step of your own"),
            ("drain.timeoutSeconds", TimeOut)
        );
    }
}
