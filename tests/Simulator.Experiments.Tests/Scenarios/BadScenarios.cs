namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>Files that cannot be run: each says what is wrong with it and where that has to be reported.</summary>
internal static class BadScenarios
{
    /// <summary>What is wrong, the text, and line:column and path of the first complaint.</summary>
    public static IEnumerable<(string Wrong, string Text, string At)> All =>
        [.. Texts, .. Structures, .. Numbers, .. Quantities, .. Laws, .. Services, .. Orders, .. Rollouts, .. Sweeps];

    private static IEnumerable<(string Wrong, string Text, string At)> Texts =>
        [
            ("nothing at all", "", "1:1 "),
            ("only a comment", "# a question?\n", "1:1 "),
            ("a list", "- a\n- b\n", "1:1 "),
            ("a single word", "hello\n", "1:1 "),
            ("byte order mark", "\uFEFF" + Samples.Least, "1:1 "),
            ("byte order mark within", "schema: 1\n\uFEFFname: x\n", "2:1 "),
            ("bell", "schema: 1\nname: a\u0007b\n", "2:8 "),
            ("zero", "schema: 1\u0000\n", "1:10 "),
            ("next line character", "schema: 1\u0085name: x\n", "1:10 "),
            ("line separator", "schema: 1 # a\u2028name: x\n", "1:14 "),
            ("lone surrogate", "schema: 1\nname: \uD800x\n", "2:7 "),
            ("text that runs right to left", "schema: 1 # \u202Esee no evil\n", "1:13 "),
            ("zero-width space", "schema:\u200B 1\n", "1:8 "),
            ("escaped control character", "schema: 1\nname: \"a\\u0007\"\n", "2:7 "),
            ("escaped right-to-left override", "schema: 1\nname: \"a\\u202e\"\n", "2:7 "),
            ("escaped lone surrogate", "schema: 1\nname: \"\\ud800\"\n", "2:7 "),
            ("tab as indentation", "cluster:\n\tnodes: 1\n", "2:1 "),
            ("brace without end", "cluster: { nodes: 1\n", "2:1 "),
            ("bracket without end", "sweep: { cluster.nodes: [1, 2\nseed: 1 }\n", "1:26 "),
            ("quote without end", "name: 'x\nschema: 1\n", "1:7 "),
            ("two colons in a line", "name: a: b\n", "1:8 "),
            ("wrong indentation", "schema: 1\n name: x\n", "2:6 "),
            ("value that begins with %", "schema: %1\n", "1:9 "),
            ("anchor", "schema: &one 1\nname: x\n", "1:9 "),
            ("alias", "schema: &one 1\nseed: *one\n", "1:9 "),
            ("billion laughs", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "1:4 "),
            ("merge key", "cluster:\n  <<: { nodes: 1 }\n", "2:3 <<"),
            ("tag", "schema: !!int 1\n", "1:9 "),
            ("tag that makes the parser throw", "a: !!+M !\n", "1:1 "),
            ("two documents", Samples.Least + "\n---\nschema: 1\n", "5:1 "),
            ("list as key", "? [a, b]\n: 1\n", "1:3 "),
            ("deep nesting", "a: " + new string('[', 40) + new string(']', 40) + "\n", "1:35 "),
            ("30,000 brackets", "a: " + new string('[', 30_000) + "\n", "1:35 "),
            ("30,000 braces", "a: " + string.Concat(Enumerable.Repeat("{a: ", 30_000)) + "\n", "1:128 "),
            ("more than 100,000 values", "a: [" + string.Concat(Enumerable.Repeat("1,", 100_001)) + "]\n", "1:199999 "),
            ("longer than 1 MiB", "# " + new string('x', 1 << 20) + "\n", "1:1 "),
        ];

    private static IEnumerable<(string Wrong, string Text, string At)> Structures =>
        [
            (
                "key twice",
                "schema: 1\nschema: 1\nname: x\ncluster: { nodes: 1 }\nupdate: { steps: { a: {} } }\n",
                "2:1 schema"
            ),
            ("unknown key", Samples.Least.Replace("nodes", "nodez", StringComparison.Ordinal), "3:1 cluster.nodes"),
            ("unknown section", Samples.Least + "\npresets: {}\n", "5:1 presets"),
            ("sections missing", "schema: 1\n", "1:1 name"),
            ("nothing but a key", "schema:\n", "1:1 name"),
            ("section is a word", "schema: 1\nname: x\ncluster: big\nupdate: { steps: { a: {} } }\n", "3:10 cluster"),
            ("section without value", "schema: 1\nname: x\ncluster:\nupdate: { steps: { a: {} } }\n", "3:9 cluster"),
            ("scalar is a list", With("cluster: { nodes: 10 }", "cluster: { nodes: [10] }"), "3:19 cluster.nodes"),
            ("other version", With("schema: 1", "schema: 2"), "1:9 schema"),
            ("name with capitals", With("least", "Rack Firmware"), "2:7 name"),
            ("name with path", With("least", "../../etc/passwd"), "2:7 name"),
            ("name of 65 letters", With("least", new string('a', 65)), "2:7 name"),
            ("name of 1 MB", With("least", new string('a', 1_000_000)), "2:7 name"),
            ("name in another alphabet", With("least", "zürich"), "2:7 name"),
            ("no steps", With("{ reboot: { takes: 5 min } }", "{}"), "4:18 update.steps"),
            ("step name with blank", Steps("'re boot': {}"), "4:20 update.steps.re boot"),
            ("step names that differ by case", Steps("reboot: {}, Reboot: {}"), "4:32 update.steps.Reboot"),
        ];

    private static IEnumerable<(string Wrong, string Text, string At)> Numbers =>
        [
            .. new[]
            {
                "0",
                "-5",
                "-0",
                "010",
                "0x10",
                "0o17",
                "1e3",
                "1e400",
                "1e-400",
                "1.5",
                "1_000",
                "'1,000'",
                "'1,5'",
                "+5",
                ".5",
                "5.",
                "NaN",
                ".nan",
                "inf",
                "-.inf",
                "100000001",
                "9223372036854775808",
                "99999999999999999999999999999999999999",
                "ten",
                "'  7'",
                "null",
                "~",
                "true",
                "10 nodes",
                "5 %",
            }.Select(text => ($"nodes: {text}", With("nodes: 10", "nodes: " + text), "3:19 cluster.nodes")),
            ("seed too large", Samples.Least + "\nseed: 1000000000000000000\n", "5:7 seed"),
            ("seed negative", Samples.Least + "\nseed: -1\n", "5:7 seed"),
            ("GPUs 0", With("nodes: 10", "nodes: 10, gpus-per-node: 0"), "3:38 cluster.gpus-per-node"),
        ];

    private static IEnumerable<(string Wrong, string Text, string At)> Quantities =>
        [
            .. new[]
            {
                "5",
                "5 sec",
                "5 m",
                "5 minutes",
                "5 Min",
                "-5 s",
                "1e3 s",
                "05 s",
                "35 s 11 min",
                "1.5 h 10 min",
                "5 min 5 min",
                "1:23:45",
                "s",
                "min 5",
                "101 d 999999 h",
                "40000 d",
                "99999999999999999 d",
                "5 GB",
                "five min",
                "[5 min]",
                "''",
            }.Select(text => ($"takes: {text}", Steps($"a: {{ takes: {text} }}"), "4:32 update.steps.a.takes")),
            (
                "size without unit",
                Steps("a: { transfer: 5, from: l }") + Service("l: { link: { bandwidth: 1 Gbit/s } }"),
                "4:35 update.steps.a.transfer"
            ),
            (
                "size 0",
                Steps("a: { transfer: 0 GB, from: l }") + Service("l: { link: { bandwidth: 1 Gbit/s } }"),
                "4:35 update.steps.a.transfer"
            ),
            (
                "size too large",
                Steps("a: { transfer: 999999999999 TB, from: l }") + Service("l: { link: { bandwidth: 1 Gbit/s } }"),
                "4:35 update.steps.a.transfer"
            ),
            (
                "size in Gb",
                Steps("a: { transfer: 5 Gb, from: l }") + Service("l: { link: { bandwidth: 1 Gbit/s } }"),
                "4:35 update.steps.a.transfer"
            ),
            (
                "rate as size",
                Samples.Least + Service("l: { link: { bandwidth: 1 Gbit } }"),
                "5:37 services.l.link.bandwidth"
            ),
            (
                "rate in Gbps",
                Samples.Least + Service("l: { link: { bandwidth: 100 Gbps } }"),
                "5:37 services.l.link.bandwidth"
            ),
            (
                "frequency without time",
                Samples.Least + Service("t: { token-bucket: { rate: 20, burst: 1 } }"),
                "5:40 services.t.token-bucket.rate"
            ),
            (
                "frequency 0",
                Samples.Least + Service("t: { token-bucket: { rate: 0/s, burst: 1 } }"),
                "5:40 services.t.token-bucket.rate"
            ),
            (
                "frequency per second in words",
                Samples.Least + Service("t: { token-bucket: { rate: 20 per sec, burst: 1 } }"),
                "5:40 services.t.token-bucket.rate"
            ),
            (
                "frequency below one in 100 years",
                Samples.Least + Service("t: { token-bucket: { rate: 0.00000001/h, burst: 1 } }"),
                "5:40 services.t.token-bucket.rate"
            ),
            (
                "burst below 1",
                Samples.Least + Service("t: { token-bucket: { rate: 1/s, burst: 0.5 } }"),
                "5:52 services.t.token-bucket.burst"
            ),
            (
                "no servers",
                Samples.Least + Service("s: { station: { servers: 0 } }"),
                "5:38 services.s.station.servers"
            ),
            (
                "power in mW",
                Samples.Least + Service("p: { budget: { capacity: 2 mW } }"),
                "5:38 services.p.budget.capacity"
            ),
            ("share without sign", Steps("a: { fails: 0.004 }"), "4:32 update.steps.a.fails"),
            ("share above 100 %", Steps("a: { fails: 101 % }"), "4:32 update.steps.a.fails"),
            ("share negative", Steps("a: { fails: -1 % }"), "4:32 update.steps.a.fails"),
            ("yes", Steps("a: { in-service: yes }"), "4:37 update.steps.a.in-service"),
            ("confidence of 100 %", Samples.Least + "\ngoals: { confidence: 100 % }\n", "5:22 goals.confidence"),
        ];

    private static IEnumerable<(string Wrong, string Text, string At)> Laws =>
        [
            ("no law", Takes("{}"), "4:25 update.steps.a.takes"),
            ("unknown law", Takes("{ lognormall: { median: 1 s, p90: 2 s } }"), "4:25 update.steps.a.takes"),
            ("two laws", Takes("{ exponential: { mean: 1 s }, listed: [1 s] }"), "4:25 update.steps.a.takes"),
            (
                "lognormal without percentile",
                Takes("{ lognormal: { median: 1 s } }"),
                "4:34 update.steps.a.takes.lognormal"
            ),
            (
                "lognormal with two percentiles",
                Takes("{ lognormal: { median: 1 s, p90: 2 s, p95: 3 s } }"),
                "4:34 update.steps.a.takes.lognormal"
            ),
            ("lognormal with sigma only", Takes("{ lognormal: { sigma: 1 } }"), "4:34 update.steps.a.takes.lognormal"),
            (
                "percentile below the median",
                Takes("{ lognormal: { median: 2 s, p90: 1 s } }"),
                "4:65 update.steps.a.takes.lognormal.p90"
            ),
            (
                "uniform upside down",
                Takes("{ uniform: { min: 2 s, max: 1 s } }"),
                "4:60 update.steps.a.takes.uniform.max"
            ),
            (
                "mode outside",
                Takes("{ pert: { min: 2 s, mode: 1 s, max: 3 s } }"),
                "4:58 update.steps.a.takes.pert.mode"
            ),
            ("gamma with mean only", Takes("{ gamma: { mean: 2 s } }"), "4:34 update.steps.a.takes.gamma"),
            (
                "gamma with a cv out of reach",
                Takes("{ gamma: { mean: 2 s, cv: 1000 } }"),
                "4:34 update.steps.a.takes.gamma"
            ),
            ("shape 0", Takes("{ weibull: { shape: 0, scale: 1 s } }"), "4:52 update.steps.a.takes.weibull.shape"),
            (
                "shares that miss 100 %",
                Takes("{ mixture: [{ share: 60 %, takes: 1 s }, { share: 30 %, takes: 2 s }] }"),
                "4:34 update.steps.a.takes.mixture"
            ),
            (
                "list within a mixture",
                Takes("{ mixture: [{ share: 60 %, takes: { listed: [1 s] } }, { share: 40 %, takes: 2 s }] }"),
                "4:59 update.steps.a.takes.mixture[0].takes"
            ),
            ("empty list", Takes("{ listed: [] }"), "4:42 update.steps.a.takes.listed"),
            ("list with a slip", Takes("{ listed: [1 s, 2] }"), "4:48 update.steps.a.takes.listed[1]"),
            ("file that is not there", Takes("{ empirical: data/no.csv }"), "4:45 update.steps.a.takes.empirical"),
            ("folder instead of a file", Takes("{ empirical: . }"), "4:45 update.steps.a.takes.empirical"),
        ];

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
            (
                "limit and waves",
                Rollout("admission: waves, waves: [1], limit: { max-unavailable: 1 }"),
                "5:42 rollout.limit"
            ),
            ("waves without sizes", Rollout("admission: waves"), "5:23 rollout.admission"),
            ("waves in a window", Rollout("waves: [1, 2]"), "5:12 rollout.waves"),
            ("batch without size", Rollout("admission: batch"), "5:23 rollout.admission"),
            ("bake in a window", Rollout("bake: 5 min"), "5:12 rollout.bake"),
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

    private const string Pool = "\nservices: { p: { budget: { capacity: 1 } } }\n";

    private static string With(string old, string text) => Samples.Least.Replace(old, text, StringComparison.Ordinal);

    private static string Steps(string steps) => With("reboot: { takes: 5 min }", steps);

    private static string Takes(string law) => Steps($"a: {{ takes: {law} }}");

    private static string Rollout(string parts) => $"{Samples.Least}\nrollout: {{ {parts} }}\n";

    private static string Racks(string parts) =>
        Rollout(parts)
            .Replace("nodes: 10", "nodes: 10, topology: { rack: 5 nodes, row: 2 racks }", StringComparison.Ordinal);

    private static string Sweep(string axes) => $"{Samples.Least}\nsweep: {{ {axes} }}\n";

    private static string Service(string services) => $"\nservices: {{ {services} }}\n";
}
