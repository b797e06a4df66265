using System.Text;
using CsCheck;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>Whatever stands in a file, the answer is a scenario or a <see cref="ScenarioException"/>, within bounds.</summary>
public sealed class HostileTests
{
    private const long MostBytes = 256L << 20;
    private const string Seed = "0N0XIzNsQ0O2";

    private static IEnumerable<TestCaseData> Bombs =>
        [
            Case("brackets in a row", new string('[', 1_000_000)),
            Case("braces in a row", string.Concat(Enumerable.Repeat("{a: ", 250_000))),
            Case("dashes in a row", string.Concat(Enumerable.Repeat("- ", 500_000))),
            Case("question marks in a row", string.Concat(Enumerable.Repeat("? ", 500_000))),
            Case("keys in a row", string.Concat(Enumerable.Repeat("a: ", 300_000))),
            Case(
                "a staircase",
                string.Concat(Enumerable.Range(0, 1_000).Select(depth => new string(' ', depth) + "a:\n"))
            ),
            Case("one key of 1 MB", new string('k', 1_000_000) + ": 1\n"),
            Case("one value of 1 MB", "schema: " + new string('1', 1_000_000) + "\n"),
            Case("exponents without end", "schema: " + string.Concat(Enumerable.Repeat("1e", 500_000)) + "\n"),
            Case(
                "a duration of 300,000 parts",
                Samples.Least.Replace(
                    "5 min",
                    string.Concat(Enumerable.Repeat("1 s", 300_000)),
                    StringComparison.Ordinal
                )
            ),
            Case("99,000 unknown keys", string.Concat(Enumerable.Range(0, 49_000).Select(key => $"k{key}: 1\n"))),
            Case(
                "49,000 unknown steps",
                Samples.Least.Replace(
                    "reboot: { takes: 5 min }",
                    "a: { after: [" + string.Concat(Enumerable.Range(0, 49_000).Select(step => $"s{step}, ")) + "] }",
                    StringComparison.Ordinal
                )
            ),
            Case(
                "20,000 steps",
                Samples.Least.Replace(
                    "reboot: { takes: 5 min }",
                    string.Concat(Enumerable.Range(0, 20_000).Select(step => $"s{step}: {{}}, ")),
                    StringComparison.Ordinal
                )
            ),
            Case("hundreds of names that resemble each other", Lookalikes()),
            Case("a thousand steps that all hold", Holders()),
            Case("anchors without end", "a: [" + string.Concat(Enumerable.Repeat("&a 1, ", 40_000)) + "]\n"),
            Case("a directive", "%YAML 1.2\n%TAG ! tag:x,2000:\n---\na: !x 1\n"),
            Case("comments only", string.Concat(Enumerable.Repeat("#\n", 500_000))),
            Case("line ends only", new string('\n', 1_000_000)),
            Case(
                "a sweep of many values",
                Samples.Least
                    + "\nsweep: { cluster.nodes: ["
                    + string.Concat(Enumerable.Range(1, 90_000).Select(nodes => $"{nodes}, "))
                    + "] }\n"
            ),
        ];

    [TestCaseSource(nameof(Bombs))]
    public void A_bomb_ends_in_an_answer_within_the_bounds(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(() => Samples.Complaint(text), Throws.Nothing);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostBytes));
    }

    [Test]
    public void Mutations_of_a_good_file_never_escape_as_another_exception() =>
        Gen.Select(Gen.Int[0, Samples.Full.Length - 1], Gen.Int[0, 40], Gen.Int[0, Fragments.Length - 1], Gen.Bool)
            .Array[1, 4]
            .Sample(edits => Samples.Complaint(Edited(edits)), seed: Seed, iter: 1_500, threads: 1);

    [Test]
    public void Random_texts_never_escape_as_another_exception() =>
        AnyFragment
            .Array[0, 40]
            .Sample(parts => Samples.Complaint(string.Concat(parts)), seed: Seed, iter: 1_500, threads: 1);

    [Test]
    public void A_number_in_place_of_another_is_read_or_refused() =>
        Gen.Select(
                Pick("18432", "18 nodes", "100 Gbit/s", "20/s", "8 kW", "4 min", "0.4 %", "64", "25 %", "1.2 GB"),
                AnyFragment
            )
            .Sample(
                pair => Samples.Complaint(Samples.Full.Replace(pair.Item1, pair.Item2, StringComparison.Ordinal)),
                seed: Seed,
                iter: 1_000,
                threads: 1
            );

    private static string[] Fragments =>
        [
            "",
            " ",
            "\n",
            "\n  ",
            ": ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "'",
            "\"",
            "#",
            "&a",
            "*a",
            "!",
            "!!",
            "%",
            "@",
            "`",
            "|",
            ">",
            "?",
            "\t",
            "\r",
            "0",
            "1",
            "-1",
            "010",
            "1e9",
            "1e400",
            "NaN",
            "99999999999999999999",
            "0.5",
            "5 %",
            "200 %",
            "3 nodes",
            "2 racks",
            "7 d",
            "1 ns",
            "1 GB",
            "999999 TB",
            "1 MW",
            "20/s",
            "0/s",
            "node",
            "cluster",
            "rack",
            "flash",
            "api",
            "power",
            "schema: 1",
            "takes",
            "takes: 5 s",
            "after: [a]",
            "mixture: [",
            "lognormal: { median: 1 s, p90: 2 s }",
            "empirical: /dev/null",
            "empirical: /",
            "\u202E",
            "\uD800",
            "\uFEFF",
            "\0",
            "é",
            "\U0001F600",
            "cluster.nodes",
            "waves: [1]",
            "per: cluster",
            "in-service: true",
        ];

    private static Gen<string> AnyFragment => Pick(Fragments);

    private static Gen<string> Pick(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Lookalikes()
    {
        var services = Enumerable
            .Range(0, 900)
            .Select(name => $"  service-with-a-long-name-{name:D9}: {{ station: {{ servers: 1 }} }}\n");
        var uses = Enumerable.Range(0, 900).Select(name => $"service-with-a-lung-name-{name:D9}x");
        return Samples.Least.Replace("takes: 5 min", $"uses: [{string.Join(", ", uses)}]", StringComparison.Ordinal)
            + "\nservices:\n"
            + string.Concat(services);
    }

    private static string Holders()
    {
        var steps = Enumerable
            .Range(0, 1_000)
            .Select(step => $"s{step}: {{ needs: {{ p: {{ amount: 1, until: s999 }} }} }}");
        return Samples.Least.Replace("reboot: { takes: 5 min }", string.Join(", ", steps), StringComparison.Ordinal)
            + "\nservices: { p: { budget: { capacity: 1000 } } }\n";
    }

    private static string Edited((int At, int Length, int Fragment, bool IsInsert)[] edits)
    {
        var text = new StringBuilder(Samples.Full);
        foreach (var (at, length, fragment, isInsert) in edits)
        {
            var start = Math.Min(at, text.Length);
            text.Remove(start, isInsert ? 0 : Math.Min(length, text.Length - start));
            text.Insert(start, Fragments[fragment]);
        }

        return text.ToString();
    }

    private static TestCaseData Case(string name, string text) => new TestCaseData(text).SetName("Bomb: " + name);
}
