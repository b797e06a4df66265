using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Rolling updates of Kubernetes workloads: what is updated is a pod, so a node here is a pod.</summary>
internal static class KubernetesWorkloads
{
    private const string Docs = "Kubernetes API reference, apps/v1";

    private static readonly Field Ready = Time("minReadySeconds", 0, "How long a pod has to be ready until it counts.");

    public static readonly Preset Deployment = new(
        "kubernetes-deployment",
        "Kubernetes",
        "Deployment: a window that keeps at least N - maxUnavailable pods and at most N + maxSurge.",
        [
            Word(
                "type",
                "RollingUpdate",
                "Whether pods go little by little or all at once.",
                "RollingUpdate",
                "Recreate"
            ),
            Quota("maxUnavailable", "25%", "Pods below N."),
            Quota("maxSurge", "25%", "Pods above N."),
            Ready,
        ]
    )
    {
        Mapping =
        [
            "window of maxUnavailable + maxSurge pods",
            "maxUnavailable: share of N rounded down; maxSurge: rounded up; 1 where both would come to 0",
            "pods that failed keep counting as unavailable",
            "Recreate: everybody at once",
            "minReadySeconds: a step 'verify' of that length",
        ],
        Limits = ["progressDeadlineSeconds sets a condition and stops nothing, so it is no parameter here."],
        Source = Docs + ", Deployment",
        Map = MapDeployment,
    };

    public static readonly Preset DaemonSet = new(
        "kubernetes-daemonset",
        "Kubernetes",
        "DaemonSet: a window of maxUnavailable nodes; pods that are already unavailable count.",
        [Quota("maxUnavailable", "1", "Nodes without the pod."), Quota("maxSurge", "0", "Nodes with two pods."), Ready]
    )
    {
        Mapping =
        [
            "window of maxUnavailable + maxSurge nodes",
            "both shares of N are rounded up, so at least 1",
            "nodes that failed keep counting as unavailable",
            "minReadySeconds: a step 'verify' of that length",
        ],
        Limits = ["Type OnDelete waits for somebody to delete pods, which no rule says when: not carried over."],
        Source = Docs + ", DaemonSet",
        Map = MapDaemonSet,
    };

    public static readonly Preset StatefulSet = new(
        "kubernetes-statefulset",
        "Kubernetes",
        "StatefulSet: from the highest ordinal down, one at a time unless maxUnavailable (alpha) says more.",
        [Quota("maxUnavailable", "1", "Pods below N (alpha).", 1), Ready]
    )
    {
        Mapping =
        [
            "window of maxUnavailable pods, rounded up, from the highest number down",
            "pods that failed keep counting as unavailable: with the default of 1 the first failure stops all",
            "minReadySeconds: a step 'verify' of that length",
        ],
        Limits = ["partition is not carried over: every ordinal is updated, as with partition 0."],
        Source = Docs + ", StatefulSet",
        Map = arguments => new PresetOutcome(
            Window(arguments.Quota("maxUnavailable"), Rounding.Up) with
            {
                Order = UnitOrder.Reverse,
            }
        )
        {
            Verify = arguments.Span("minReadySeconds", 1),
        },
    };

    public static readonly Preset PdbDrain = new(
        "kubernetes-pdb-drain",
        "Kubernetes",
        "Drains of all nodes at once against a PodDisruptionBudget: a refused eviction (429) is tried again after a pause.",
        [
            Needed(Quota("maxUnavailable", null, "Pods of the budget that may be down.", 1)),
            Needed(GoSpan("retry-period", null, "How long the drainer waits after a refusal.")),
        ]
    )
    {
        Mapping =
        [
            "lock with maxUnavailable places, rounded up, one for each node; every drainer looks every retry-period",
            "drains start at uniformly spread phases of their period",
            "pods that failed keep counting",
        ],
        Limits =
        [
            "minAvailable is not carried over: write maxUnavailable = N - minAvailable.",
            "One pod of the budget on each node is assumed; unhealthyPodEvictionPolicy is IfHealthyBudget.",
        ],
        Source = "Kubernetes documentation, Disruptions and API-initiated eviction",
        Map = arguments => new PresetOutcome(
            Window(arguments.Quota("maxUnavailable"), Rounding.Up) with
            {
                Admission = Admission.Lock,
                Tick = arguments.Tick("retry-period", TickPhase.Uniform),
            }
        ),
    };

    private static PresetOutcome MapDeployment(PresetArguments arguments)
    {
        if (arguments.Word("type") is "Recreate")
        {
            return new PresetOutcome(RolloutSpec.AllAtOnce) { Verify = arguments.Span("minReadySeconds", 1) };
        }

        return Surging(arguments, Rounding.Down);
    }

    private static PresetOutcome MapDaemonSet(PresetArguments arguments) => Surging(arguments, Rounding.Up);

    /// <summary>A window of what may be missing and what may be added.</summary>
    internal static PresetOutcome Surging(PresetArguments arguments, Rounding rounding)
    {
        arguments.RefuseBothZero("maxUnavailable", "maxSurge");
        var limit = new LimitSpec
        {
            MaxUnavailable = arguments.Quota("maxUnavailable"),
            Rounding = rounding,
            Floor = 0,
            Surge = arguments.Quota("maxSurge"),
            CountsFailed = true,
        };
        return new PresetOutcome(new RolloutSpec { Limit = limit }) { Verify = arguments.Span("minReadySeconds", 1) };
    }

    /// <summary>A window in which failures count.</summary>
    internal static RolloutSpec Window(Quota quota, Rounding rounding, int? cap = null) =>
        new()
        {
            Limit = new LimitSpec
            {
                MaxUnavailable = quota,
                Rounding = rounding,
                Cap = cap,
                CountsFailed = true,
            },
        };
}
