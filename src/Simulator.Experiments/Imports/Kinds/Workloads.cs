namespace Simulator.Experiments.Imports.Kinds;

/// <summary>Deployments, DaemonSets, StatefulSets and PodDisruptionBudgets of Kubernetes.</summary>
internal static class Workloads
{
    private const string ByHand =
        "somebody deletes pods by hand, which no rule says when: there is no strategy to import";

    /// <summary>A Deployment.</summary>
    public static void Deployment(Entry document, ImportContext context)
    {
        var (spec, draft) = Begin("kubernetes-deployment", document, context);
        var (type, rolling) = (spec?["strategy.type"], spec?["strategy.rollingUpdate"]);
        CheckKeys(spec, "strategy", "updateStrategy");
        draft.Take("type", type);
        if (type is { Text: "Recreate" })
        {
            rolling?.Refuse("it excludes type Recreate", "Remove it, or write 'type: RollingUpdate'.");
            draft.Omit("maxUnavailable", "maxSurge");
        }

        TakeWindow(draft, rolling);
        draft.Take("minReadySeconds", spec?["minReadySeconds"]);
        draft.DropAll(
            spec,
            ("paused", "a paused Deployment is not rolled out; here it is"),
            ("progressDeadlineSeconds", "it sets a condition and stops nothing")
        );
        DropPods(draft, spec);
    }

    /// <summary>A DaemonSet; that of kured is read for its flags.</summary>
    public static void DaemonSet(Entry document, ImportContext context)
    {
        if (KuredFlags.ContainerOf(document) is { } kured)
        {
            KuredFlags.Import(document, kured, context);
            return;
        }

        if (document["spec.updateStrategy.type"] is { Text: "OnDelete" } byHand)
        {
            context.Note(byHand, ByHand);
            return;
        }

        var (spec, draft) = Begin("kubernetes-daemonset", document, context);
        CheckType(spec);
        TakeWindow(draft, spec?["updateStrategy.rollingUpdate"]);
        draft.Take("minReadySeconds", spec?["minReadySeconds"]);
        DropPods(draft, spec);
    }

    /// <summary>A StatefulSet.</summary>
    public static void StatefulSet(Entry document, ImportContext context)
    {
        if (document["spec.updateStrategy.type"] is { Text: "OnDelete" } byHand)
        {
            context.Note(byHand, ByHand);
            return;
        }

        var (spec, draft) = Begin("kubernetes-statefulset", document, context);
        CheckType(spec);
        var rolling = spec?["updateStrategy.rollingUpdate"];
        rolling?.CheckKeys("maxUnavailable", "partition");
        draft.Take("maxUnavailable", rolling?["maxUnavailable"], "needs the gate MaxUnavailableStatefulSet");
        draft.Take("minReadySeconds", spec?["minReadySeconds"]);
        draft.Drop(rolling?["partition"], "ordinals below it keep the old version; here every ordinal is updated");
        if (spec?["podManagementPolicy"] is { Text: "Parallel" } policy)
        {
            draft.Note(policy, "it concerns starts and scaling; updates go down from the highest ordinal all the same");
        }

        DropPods(draft, spec);
    }

    /// <summary>A PodDisruptionBudget: what drains of nodes run against.</summary>
    public static void DisruptionBudget(Entry document, ImportContext context)
    {
        var (spec, draft) = Begin("kubernetes-pdb-drain", document, context);
        spec?.CheckKeys("minAvailable", "maxUnavailable", "selector", "unhealthyPodEvictionPolicy");
        var (least, most) = (spec?["minAvailable"], spec?["maxUnavailable"]);
        draft.Take("maxUnavailable", most);
        if (least is not null && most is not null)
        {
            least.Refuse("it excludes maxUnavailable", "Keep one of the two.");
        }
        else if (least is not null)
        {
            var reason = $"{least.At.File}:{least.At.Line} has minAvailable {least.Text}: N - minAvailable is needed";
            draft.Need("maxUnavailable", reason);
        }

        draft.Need("retry-period", "the drainer decides, not the budget; kubectl drain tries again after 5 s");
        if (spec?["unhealthyPodEvictionPolicy"] is { Text: "AlwaysAllow" } policy)
        {
            draft.Note(policy, "pods that failed could always be evicted; here they hold their place in the budget");
        }
    }

    private static (Entry? Spec, StrategyDraft Draft) Begin(string preset, Entry document, ImportContext context) =>
        (document["spec"], context.Begin(preset, KubernetesObject.Subject(document), document));

    /// <summary>Deployments have a <c>strategy</c>, the others an <c>updateStrategy</c>.</summary>
    private static void CheckKeys(Entry? spec, string right, string wrong)
    {
        spec?.CheckSlips([right, "minReadySeconds"], [wrong]);
        spec?[wrong]?.Refuse($"this kind has '{right}' in its place", $"Write '{right}'.");
        spec?[right]?.CheckKeys("type", "rollingUpdate");
    }

    private static void TakeWindow(StrategyDraft draft, Entry? rolling)
    {
        rolling?.CheckKeys("maxUnavailable", "maxSurge");
        draft.Take("maxUnavailable", rolling?["maxUnavailable"]);
        draft.Take("maxSurge", rolling?["maxSurge"]);
    }

    private static void CheckType(Entry? spec)
    {
        CheckKeys(spec, "updateStrategy", "strategy");
        if (spec?["updateStrategy.type"] is { Text: not "RollingUpdate" } type)
        {
            type.Refuse("RollingUpdate or OnDelete is needed", "Write 'type: RollingUpdate'.");
        }
    }

    /// <summary>What of the pods decides how long one of them takes: steps say that, strategies do not.</summary>
    private static void DropPods(StrategyDraft draft, Entry? spec)
    {
        const string Step = "how long a pod takes is for the steps to say";
        draft.Drop(spec?["replicas"], "N is for the scenario to say, with cluster.nodes");
        var pods = spec?["template.spec"];
        draft.Drop(pods?["terminationGracePeriodSeconds"], Step);
        foreach (var container in pods?.List("containers") ?? [])
        {
            draft.DropAll(container, ("readinessProbe", Step), ("startupProbe", Step), ("lifecycle.preStop", Step));
        }
    }
}
