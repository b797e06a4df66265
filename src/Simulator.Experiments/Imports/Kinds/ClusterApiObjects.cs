namespace Simulator.Experiments.Imports.Kinds;

/// <summary>Objects of Cluster API, v1beta1 and v1beta2.</summary>
internal static class ClusterApiObjects
{
    /// <summary>A MachineDeployment: <c>spec.strategy</c> in v1beta1, <c>spec.rollout.strategy</c> in v1beta2.</summary>
    public static void MachineDeployment(Entry document, ImportContext context)
    {
        var spec = document["spec"];
        var strategy = spec?["rollout.strategy"] ?? spec?["strategy"];
        if (strategy?["type"] is { Text: "OnDelete" } byHand)
        {
            context.Note(
                byHand,
                "somebody deletes machines by hand, which no rule says when: there is nothing to import"
            );
            return;
        }

        if (strategy?["type"] is { Text: not "RollingUpdate" } type)
        {
            type.Refuse("RollingUpdate or OnDelete is needed", "Write 'type: RollingUpdate'.");
        }

        strategy?["rollingUpdate"]?.CheckKeys("maxUnavailable", "maxSurge", "deletePolicy");
        var draft = context.Begin("cluster-api-machine-deployment", KubernetesObject.Subject(document), document);
        draft.Take("maxUnavailable", strategy?["rollingUpdate.maxUnavailable"]);
        draft.Take("maxSurge", strategy?["rollingUpdate.maxSurge"]);
        draft.Take("minReadySeconds", spec?["template.spec.minReadySeconds"] ?? spec?["minReadySeconds"]);
        const string Step = "it is a time-out of one machine: give it to the step";
        const string Order = "it chooses which machine goes first; here the one that is ready longest does";
        const string Later = "the rollout begins when it does; here it begins at t = 0";
        draft.DropAll(
            spec,
            ("replicas", "N is for the scenario to say, with cluster.nodes"),
            ("paused", "a paused MachineDeployment is not rolled out; here it is"),
            ("rollout.after", Later),
            ("rolloutAfter", Later),
            ("deletion.order", Order),
            ("strategy.rollingUpdate.deletePolicy", Order),
            ("remediation.maxInFlight", "machines that failed are not replaced here"),
            ("strategy.remediation.maxInFlight", "machines that failed are not replaced here"),
            ("progressDeadlineSeconds", "it sets a condition and stops nothing")
        );
        draft.DropAll(
            spec?["template.spec"],
            ("nodeDrainTimeout", Step),
            ("nodeVolumeDetachTimeout", Step),
            ("nodeDeletionTimeout", Step),
            ("deletion.nodeDrainTimeoutSeconds", Step),
            ("deletion.nodeVolumeDetachTimeoutSeconds", Step),
            ("deletion.nodeDeletionTimeoutSeconds", Step)
        );
    }

    /// <summary>A KubeadmControlPlane, for which there is no preset.</summary>
    public static void ControlPlane(Entry document, ImportContext context) =>
        context.Note(
            document["kind"]!,
            "it updates one machine at a time and has no preset: write 'limit: { max-unavailable: 1 nodes }'"
        );
}
