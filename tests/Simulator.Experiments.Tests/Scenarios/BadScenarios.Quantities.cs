namespace Simulator.Experiments.Tests.Scenarios;

internal static partial class BadScenarios
{
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
            ("unknown law", Takes("{ lognormall: { median: 1 s, p90: 2 s } }"), "4:34 update.steps.a.takes.lognormall"),
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
                "4:58 update.steps.a.takes.gamma.cv"
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
                "4:68 update.steps.a.takes.mixture[0].takes.listed"
            ),
            ("empty list", Takes("{ listed: [] }"), "4:42 update.steps.a.takes.listed"),
            ("list with a slip", Takes("{ listed: [1 s, 2] }"), "4:48 update.steps.a.takes.listed[1]"),
            ("file that is not there", Takes("{ empirical: data/no.csv }"), "4:45 update.steps.a.takes.empirical"),
            ("folder instead of a file", Takes("{ empirical: . }"), "4:45 update.steps.a.takes.empirical"),
        ];
}
