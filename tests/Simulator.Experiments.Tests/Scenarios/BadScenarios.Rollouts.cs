namespace Simulator.Experiments.Tests.Scenarios;

internal static partial class BadScenarios
{
    private static IEnumerable<(string Wrong, string Text, string At)> Rollouts =>
        [
            ("unknown admission", Rollout("admission: Windows"), "5:23 rollout.admission"),
            ("unit that is no level", Rollout("unit: rack"), "5:18 rollout.unit"),
            ("unit cluster", Rollout("unit: cluster"), "5:18 rollout.unit"),
            ("limit in seconds", Rollout("limit: { max-unavailable: 5 s }"), "5:38 rollout.limit.max-unavailable"),
            ("limit 0", Rollout("limit: { max-unavailable: 0 }"), "5:38 rollout.limit.max-unavailable"),
            ("limit 0 %", Rollout("limit: { max-unavailable: 0 % }"), "5:38 rollout.limit.max-unavailable"),
            (
                "limit of half a node",
                Rollout("limit: { max-unavailable: 0.5 nodes }"),
                "5:38 rollout.limit.max-unavailable"
            ),
            (
                "limit in units of another level",
                Racks("limit: { max-unavailable: 4 racks }"),
                "5:38 rollout.limit.max-unavailable"
            ),
            (
                "limit in rows of racks",
                Racks("unit: rack, limit: { max-unavailable: 4 rows }"),
                "5:50 rollout.limit.max-unavailable"
            ),
            (
                "cap below floor",
                Rollout("limit: { max-unavailable: 5 %, floor: 10, cap: 5 }"),
                "5:59 rollout.limit.cap"
            ),
            (
                "cap with units",
                Racks("unit: rack, limit: { max-unavailable: 4 racks, cap: 5 }"),
                "5:59 rollout.limit.cap"
            ),
            ("waves without sizes", Rollout("admission: waves"), "5:23 rollout.admission"),
            ("waves in a window", Rollout("waves: [1, 2]"), "5:12 rollout.waves"),
            ("batch without size", Rollout("admission: batch"), "5:23 rollout.admission"),
            ("bake in a window", Rollout("bake: 5 min"), "5:12 rollout.bake"),
            ("limit without size", Rollout("limit: { cap: 5 }"), "5:12 rollout.limit.max-unavailable"),
            ("lock without ticks", Rollout("admission: lock, limit: { max-unavailable: 1 }"), "5:23 rollout.admission"),
            ("schedule without clock", Rollout("admission: schedule, waves: [1]"), "5:23 rollout.admission"),
            ("ticks in a window", Rollout("tick: { period: 1 min }"), "5:12 rollout.tick"),
            ("waves by a level that is none", Rollout("admission: waves, by: rack"), "5:34 rollout.by"),
            (
                "domain below the unit",
                Racks("unit: rack, limit: { max-unavailable: 4, domain: { level: rack, most: 1 } }"),
                "5:70 rollout.limit.domain.level"
            ),
            ("time of a node that nobody adds", Rollout("provision: 5 min"), "5:12 rollout.provision"),
            (
                "errors of a batch in a window",
                Rollout("limit: { max-unavailable: 1 }, failure: { max-errors: 1, per: batch }"),
                "5:74 rollout.failure.per"
            ),
            (
                "unknown preset",
                Rollout("preset: { eks-managed-nodegroup: {} }"),
                "5:22 rollout.preset.eks-managed-nodegroup"
            ),
            ("two presets", Rollout("preset: { pdsh: {}, clush: {} }"), "5:12 rollout.preset"),
            (
                "parameter that the tool does not have",
                Rollout("preset: { kured: { periods: 1h } }"),
                "5:31 rollout.preset.kured.periods"
            ),
            (
                "parameter without a default",
                Rollout("preset: { system-upgrade-controller: {} }"),
                "5:22 rollout.preset.system-upgrade-controller.concurrency"
            ),
            (
                "rounding that nobody documents",
                Rollout("preset: { aws-ssm-run-command: { MaxConcurrency: 10% } }"),
                "5:22 rollout.preset.aws-ssm-run-command.rounding"
            ),
            (
                "both limits zero",
                Rollout("preset: { kubernetes-deployment: { maxUnavailable: 0, maxSurge: 0 } }"),
                "5:63 rollout.preset.kubernetes-deployment.maxUnavailable"
            ),
            ("preset and limit", Rollout("preset: { pdsh: {} }, limit: { max-unavailable: 1 }"), "5:34 rollout.limit"),
            (
                "racks that are not there",
                Rollout(
                    "preset: { azure-operator-nexus-racks: { thresholdType: PercentSuccess, thresholdValue: 80, maxUnavailable: 2 } }"
                ),
                "5:22 rollout.preset.azure-operator-nexus-racks"
            ),
            (
                "level without unit",
                With("nodes: 10", "nodes: 10, topology: { rack: 18 }"),
                "3:41 cluster.topology.rack"
            ),
            (
                "level of the wrong members",
                With("nodes: 10", "nodes: 10, topology: { rack: 5 nodes, row: 4 nodes }"),
                "3:55 cluster.topology.row"
            ),
            (
                "level called node",
                With("nodes: 10", "nodes: 10, topology: { node: 5 nodes }"),
                "3:35 cluster.topology.node"
            ),
            (
                "levels that cannot be told apart",
                With("nodes: 10", "nodes: 10, topology: { rack: 5 nodes, racks: 4 racks }"),
                "3:50 cluster.topology.racks"
            ),
        ];

    private static IEnumerable<(string Wrong, string Text, string At)> Sweeps =>
        [
            ("axis that names nothing", Sweep("cluster.node: [1]"), "5:10 sweep.cluster.node"),
            ("axis on a name", Sweep("name: [a, b]"), "5:10 sweep.name"),
            ("axis on a map", Sweep("cluster: [1]"), "5:10 sweep.cluster"),
            (
                "axis on the sweep",
                Sweep("sweep.cluster.nodes: [1], cluster.nodes: [1]"),
                "5:10 sweep.sweep.cluster.nodes"
            ),
            ("axis without values", Sweep("cluster.nodes: []"), "5:25 sweep.cluster.nodes"),
            ("axis value that is no number", Sweep("cluster.nodes: [10, many]"), "5:30 sweep.cluster.nodes"),
            (
                "axis value with a wrong unit",
                Sweep("update.steps.reboot.takes: [1 min, 5]"),
                "5:45 sweep.update.steps.reboot.takes"
            ),
            (
                "axis value that breaks a rule elsewhere",
                Steps("a: { calls: { t: 7 } }")
                    + "\nservices: { t: { token-bucket: { rate: 1/s, burst: 9 } } }\nsweep: { services.t.token-bucket.burst: [9, 6] }\n",
                "6:45 sweep.services.t.token-bucket.burst"
            ),
            ("range without end", Sweep("cluster.nodes: { from: 1, points: 3 }"), "5:10 sweep.cluster.nodes.to"),
            ("range downwards", Sweep("cluster.nodes: { from: 10, to: 1, points: 3 }"), "5:41 sweep.cluster.nodes.to"),
            (
                "range with two units",
                Sweep("update.steps.reboot.takes: { from: 1 min, to: 3 h, points: 3 }"),
                "5:56 sweep.update.steps.reboot.takes.to"
            ),
            (
                "range with one point",
                Sweep("cluster.nodes: { from: 1, to: 10, points: 1 }"),
                "5:52 sweep.cluster.nodes.points"
            ),
            (
                "range that is none",
                Sweep("cluster.nodes: { from: a, to: 10, points: 2 }"),
                "5:33 sweep.cluster.nodes.from"
            ),
            (
                "too many cells",
                Sweep(
                    "cluster.nodes: { from: 1, to: 1000000, points: 900 }, update.steps.reboot.takes: { from: 1 s, to: 1000 s, points: 900 }"
                ),
                "5:1 sweep"
            ),
        ];
}
