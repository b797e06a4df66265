using Simulator.Cluster.Strategies;
using Simulator.Kernel;
using static Simulator.Experiments.Presets.PresetFields;

namespace Simulator.Experiments.Presets;

/// <summary>Operators that update the nodes of a cluster from inside.</summary>
internal static class ClusterOperators
{
    private static readonly TickSpec KarpenterLoop = new(SimTime.FromSeconds(10), TickPhase.Aligned, Most: 1);

    public static readonly Preset OpenShift = new(
        "openshift-machine-config-pool",
        "OpenShift",
        "MachineConfigPool: a window of maxUnavailable nodes, zone by zone.",
        [Quota("maxUnavailable", "1", "Nodes of the pool at a time, a count or a percentage.", 1)]
    )
    {
        Mapping =
        [
            "window of maxUnavailable nodes; a percentage is rounded down, at least 1",
            "nodes go in the order of their numbers, which is zone by zone",
            "nodes that failed (NotReady) keep counting",
        ],
        Limits =
        [
            "The payload (60 to 120 min before the nodes) is a step per cluster of your own.",
            "One pool; pools update side by side.",
        ],
        Source = "openshift/machine-config-operator@7ff337a, node_controller.go:2040",
        Map = arguments => new PresetOutcome(
            KubernetesWorkloads.Window(arguments.Quota("maxUnavailable"), Rounding.Down) with
            {
                Order = UnitOrder.Ordinal,
            }
        ),
    };

    public static readonly Preset Karpenter = new(
        "karpenter-drift",
        "Karpenter",
        "Drift: every 10 s the loop replaces one node while the disruption budget allows it, the new node first.",
        [Quota("nodes", "10%", "The most restrictive active budget, a count or a percentage.", 1)]
    )
    {
        Mapping =
        [
            "controller with a pass every 10 s from t = 0 that admits at most 1 node: no faster than 6 nodes a minute",
            "budget: share of N rounded up; nodes that failed keep counting",
            "the replacement comes first: nodes are added, 'provision' beside the preset says how long one takes",
        ],
        Limits = ["Schedules and reasons of budgets are not carried over; expireAfter ignores budgets."],
        Source = "Karpenter documentation, Disruption; kubernetes-sigs/karpenter",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Controller,
                Tick = KarpenterLoop,
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(0),
                    Floor = 0,
                    Surge = arguments.Quota("nodes"),
                    SurgeRounding = Rounding.Up,
                    CountsFailed = true,
                },
            }
        ),
    };

    public static readonly Preset Kured = new(
        "kured",
        "kured",
        "Every node's daemon looks every period whether it may reboot: a lock with concurrency places.",
        [
            GoSpan("period", "60m", "From one look of a daemon to the next."),
            Whole("concurrency", 1, "Nodes that may reboot at once.", 1),
            GoSpan("lock-release-delay", "0", "From the end of a node until the lock is free."),
            GoSpan("reboot-delay", "0", "Between drain and reboot, with the lock held."),
            Word(
                "fleet",
                "restarted",
                "Whether daemons start with the rollout or have been running.",
                "restarted",
                "running"
            ),
        ]
    )
    {
        Mapping =
        [
            "lock with concurrency places; who finds it held looks again a period later",
            "first look uniform in [P/2, 3P/2) after a restart of the daemons; uniform in [0, P) on a running fleet",
            "a ticker of 1 min lets go of the lock after the reboot: a step 'verify' of 1 min, plus reboot-delay",
        ],
        Limits =
        [
            "Reboot windows, blockers, lock-ttl and drain-timeout are not carried over.",
            "'fleet' is no flag of kured: it says when the daemons were started.",
        ],
        Source = "kubereboot/kured@51220cc",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Admission = Admission.Lock,
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("concurrency")),
                },
                Tick = arguments.Tick(
                    "period",
                    arguments.Word("fleet") is "running" ? TickPhase.Uniform : TickPhase.Restart
                ),
                ReleaseDelay = arguments.Span("lock-release-delay"),
            }
        )
        {
            Verify = SimTime.FromSeconds(60) + arguments.Span("reboot-delay"),
        },
    };

    public static readonly Preset SystemUpgrade = new(
        "system-upgrade-controller",
        "Rancher system-upgrade-controller",
        "Plan: jobs on at most concurrency nodes at a time.",
        [
            Needed(Whole("concurrency", null, "Nodes at a time.", 1)),
            GoSpan("postCompleteDelay", "0", "From the end of a node until its place is free."),
        ]
    )
    {
        Mapping = ["window of concurrency nodes; postCompleteDelay: a place is free that long after its node is done"],
        Limits = ["jobActiveDeadlineSecs is the time-out of the steps; window and exclusive are not carried over."],
        Source = "rancher/system-upgrade-controller@d357e23",
        Map = arguments => new PresetOutcome(
            new RolloutSpec
            {
                Limit = new LimitSpec
                {
                    MaxUnavailable = Cluster.Strategies.Quota.OfNodes(arguments.Whole("concurrency")),
                },
                ReleaseDelay = arguments.Span("postCompleteDelay"),
            }
        ),
    };
}
