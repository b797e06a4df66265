namespace Simulator.Experiments.Tests.Scenarios;

internal static partial class BadScenarios
{
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
            ("unknown key", Samples.Least.Replace("nodes", "nodez", StringComparison.Ordinal), "3:12 cluster.nodez"),
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
}
