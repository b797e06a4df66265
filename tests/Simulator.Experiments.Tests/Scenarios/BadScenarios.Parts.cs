namespace Simulator.Experiments.Tests.Scenarios;

internal static partial class BadScenarios
{
    private static IEnumerable<(string Wrong, string Text, string At)> Services =>
        [
            ("service of no kind", Samples.Least + Service("x: {}"), "5:13 services.x"),
            (
                "service of two kinds",
                Samples.Least + Service("x: { station: { servers: 1 }, budget: { capacity: 1 } }"),
                "5:13 services.x"
            ),
            (
                "service per unknown level",
                Samples.Least + Service("x: { station: { servers: 1 }, per: rack }"),
                "5:48 services.x.per"
            ),
            (
                "reject without retry",
                Samples.Least + Service("t: { token-bucket: { rate: 1/s, burst: 1, when-empty: reject } }"),
                "5:67 services.t.token-bucket.when-empty"
            ),
            (
                "retry without reject",
                Samples.Least + Service("t: { token-bucket: { rate: 1/s, burst: 1, retry: { backoff: 1 s } } }"),
                "5:55 services.t.token-bucket.retry"
            ),
            (
                "undeclared service",
                Steps("a: { uses: upload }") + Service("uploads: { station: { servers: 1 } }"),
                "4:31 update.steps.a.uses"
            ),
            (
                "undeclared service, none near",
                Steps("a: { uses: printer }") + Service("uploads: { station: { servers: 1 } }"),
                "4:31 update.steps.a.uses"
            ),
            ("no services at all", Steps("a: { needs: { power: 1 kW } }"), "4:34 update.steps.a.needs"),
            (
                "link used as station",
                Steps("a: { uses: l }") + Service("l: { link: { bandwidth: 1 Gbit/s } }"),
                "4:31 update.steps.a.uses"
            ),
            (
                "station used twice",
                Steps("a: { uses: [s, s] }") + Service("s: { station: { servers: 1 } }"),
                "4:35 update.steps.a.uses[1]"
            ),
            (
                "more calls than burst",
                Steps("a: { calls: { t: 7 } }") + Service("t: { token-bucket: { rate: 1/s, burst: 5 } }"),
                "4:37 update.steps.a.calls.t"
            ),
            (
                "need above capacity",
                Steps("a: { needs: { p: 3 MW } }") + Service("p: { budget: { capacity: 2 MW } }"),
                "4:37 update.steps.a.needs.p"
            ),
            (
                "need of another dimension",
                Steps("a: { needs: { p: 3 } }") + Service("p: { budget: { capacity: 2 MW } }"),
                "4:37 update.steps.a.needs.p"
            ),
            (
                "service of a lower level",
                With("nodes: 10", "nodes: 10, topology: { rack: 5 nodes }")
                    .Replace("takes: 5 min", "per: cluster, uses: s", StringComparison.Ordinal)
                    + Service("s: { station: { servers: 1 }, per: rack }"),
                "4:50 update.steps.reboot.uses"
            ),
        ];

    private static IEnumerable<(string Wrong, string Text, string At)> Orders =>
        [
            ("after a step that is not there", Steps("a: {}, b: { after: [c] }"), "4:40 update.steps.b.after"),
            ("after itself", Steps("a: { after: [a] }"), "4:33 update.steps.a.after"),
            ("circle of two", Steps("a: { after: b }, b: {}"), "4:25 update.steps.a.after"),
            ("circle of three", Steps("x: {}, a: { after: [x, c] }, b: {}, c: {}"), "4:32 update.steps.a.after"),
            ("after twice", Steps("a: {}, b: { after: [a, a] }"), "4:43 update.steps.b.after"),
            (
                "per unknown level",
                Steps("a: { per: rak }").Replace("10 }", "10, topology: { rack: 5 nodes } }", StringComparison.Ordinal),
                "4:30 update.steps.a.per"
            ),
            ("transfer from nowhere", Steps("a: { transfer: 1 GB }"), "4:25 update.steps.a.transfer"),
            (
                "from without transfer",
                Steps("a: { from: l }") + Service("l: { link: { bandwidth: 1 Gbit/s } }"),
                "4:25 update.steps.a.from"
            ),
            (
                "until an earlier step",
                Steps("a: {}, b: { needs: { p: { amount: 1, until: a } } }") + Pool,
                "4:64 update.steps.b.needs.p.until"
            ),
            (
                "until a step that is not there",
                Steps("a: { needs: { p: { amount: 1, until: z } } }") + Pool,
                "4:57 update.steps.a.needs.p.until"
            ),
            (
                "until a step of another level",
                Steps("a: { needs: { p: { amount: 1, until: b } } }, b: { per: cluster }") + Pool,
                "4:57 update.steps.a.needs.p.until"
            ),
            (
                "a step that waits for what its own node holds",
                Steps("a: { needs: { p: { amount: 0.7 kW, until: b } } }, b: { needs: { p: 400 W } }")
                    + "\nservices: { p: { budget: { capacity: 1 kW } } }\n",
                "4:88 update.steps.b.needs.p"
            ),
            ("names of one hash", Steps("costarring: {}, liquid: {}"), "4:36 update.steps.liquid"),
            (
                "time-out without detection",
                Steps("a: { fails: { share: 1 %, time-out: 1 h } }"),
                "4:46 update.steps.a.fails.time-out"
            ),
            (
                "detection without time-out",
                Steps("a: { fails: { share: 1 %, detected: at-time-out } }"),
                "4:56 update.steps.a.fails.detected"
            ),
            (
                "retry without limit",
                Steps("a: { fails: 1 %, retry: { backoff: 1 s } }"),
                "4:37 update.steps.a.retry.limit"
            ),
            ("unknown phase", Steps("a: { poll: { period: 1 s, phase: unifrom } }"), "4:53 update.steps.a.poll.phase"),
        ];
}
