using System.Text;
using System.Text.Json;
using Simulator.Experiments.Linting;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Linting;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Linting;

/// <summary>What <c>o1sim lint</c> prints.</summary>
public sealed class LintTextTests
{
    private static LintResult Result { get; } =
        ScenarioLint.Run(
            ScenarioFile.Parse(
                """
                schema: 1
                name: firmware
                cluster: { nodes: 100 }
                update: { steps: { flash: { takes: 10 min } } }
                rollout: { limit: { max-unavailable: 1 node } }
                """,
                "firmware.yaml",
                ""
            )
        );

    [Test]
    public void A_finding_has_its_place_its_sentence_and_its_cure() =>
        Assert.That(
            Text([Result], 0),
            Is.EqualTo(
                """
                firmware.yaml:5:38: warning [constant-limit] rollout.limit.max-unavailable
                  1 node at a time, whatever N: T = N x S, S = 10 min; N = 100 takes 16.7 h.
                  Cure: max-unavailable: 10 %, for 10 times S at every N.

                1 warning in 1 scenario; nothing was run.

                """
            )
        );

    [Test]
    public void Without_findings_it_says_so() =>
        Assert.That(
            Text([Result with { Findings = [] }, Result with { Findings = [] }], 0),
            Is.EqualTo("No findings in 2 scenarios; nothing was run.\n")
        );

    [TestCase(40)]
    [TestCase(80)]
    public void Nothing_is_wider_than_the_terminal(int width) =>
        Assert.That(Text([Result], width).Split('\n'), Has.All.Length.AtMost(width));

    [Test]
    public void The_table_has_a_row_a_finding() =>
        Assert.That(
            Bytes(stream => CsvTables.Write(LintTables.Of([Result]), stream)).Split('\n')[..2],
            Is.EqualTo([
                "scenario,rule,severity,path,line,column,nodes,finding,fix",
                "firmware,constant-limit,warning,rollout.limit.max-unavailable,5,38,1,"
                    + "\"1 node at a time, whatever N: T = N x S, S = 10 min; N = 100 takes 16.7 h\","
                    + "\"max-unavailable: 10 %, for 10 times S at every N\"",
            ])
        );

    [Test]
    public void The_object_names_scenarios_without_findings_too()
    {
        using var json = JsonDocument.Parse(Bytes(stream => LintJson.Write([Result with { Findings = [] }], stream)));

        Assert.That(json.RootElement.GetProperty("scenarios")[0].GetString(), Is.EqualTo("firmware"));
        Assert.That(json.RootElement.GetProperty("lint").GetArrayLength(), Is.Zero);
    }

    private static string Text(IReadOnlyList<LintResult> results, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        LintText.Write(results, writer, new TextLayout(width));
        return writer.ToString();
    }

    private static string Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
