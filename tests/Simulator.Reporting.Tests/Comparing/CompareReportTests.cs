using System.Text.Json;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Comparing;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Tests.Analysis;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Comparing;

/// <summary>A comparison as text, tables, JSON and picture: one that ends, one that is stopped, one preset.</summary>
public sealed class CompareReportTests
{
    private static readonly CompareResult Found = Compare();

    [TestCase(80)]
    [TestCase(160)]
    public void The_text_is_as_committed(int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        CompareText.Write(Found, writer, new TextLayout(width));

        GoldenFile.Verify(writer.ToString(), $"{width}");
        Assert.That(writer.ToString().Split('\n'), Has.All.Length.LessThanOrEqualTo(width));
    }

    [Test]
    public void Every_column_is_described_in_its_order()
    {
        var page = File.ReadAllLines(Path.Combine(SourceTree.Root, "docs/compare.md"));
        string[] Described(string table) =>
            [
                .. page.SkipWhile(line => line != $"### {table}.csv")
                    .Skip(1)
                    .TakeWhile(line => !line.StartsWith('#'))
                    .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                    .Select(line => line.Split('`')[1]),
            ];

        Assert.That(Described("pairs"), Is.EqualTo(CompareTables.Pairs(Found).Columns));
        var own = CompareTables.Cells(Found).Columns;
        var common = StudyTables.Cells(Studies.Realistic() with { Axes = [] }).Columns;
        Assert.That(Described("cells"), Is.EqualTo(own.Except(common, StringComparer.Ordinal)));
        Assert.That(own.Skip(1).Take(common.Count), Is.EqualTo(common));
    }

    [Test]
    public void The_json_object_has_the_fields_of_the_contract()
    {
        using var stream = new MemoryStream();
        CompareJson.Write(Found, stream);
        using var json = JsonDocument.Parse(stream.ToArray());

        string[] contract =
        [
            "schema",
            "command",
            "scenario",
            "results_version",
            "seed",
            "answer",
            "cells",
            "pairs",
            "warnings",
        ];
        Assert.That(json.RootElement.EnumerateObject().Select(field => field.Name), Is.SupersetOf(contract));
        Assert.That(json.RootElement.GetProperty("cells").GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public void The_picture_is_the_same_each_time_and_names_who_has_no_time()
    {
        using var one = ComparePlot.Draw(Found, Theme.Light);
        using var other = ComparePlot.Draw(Found, Theme.Light);

        Assert.That(one.ToPng(), Is.EqualTo(other.ToPng()));
        Assert.That(System.Text.Encoding.UTF8.GetString(one.ToSvg()), Does.Contain("without T: stopped."));
    }

    private static CompareResult Compare()
    {
        const string Stop = "limit: { max-unavailable: 10 }, failure: { max-errors: 0 }";
        Scenario[] scenarios =
        [
            Read("window", "limit: { max-unavailable: 10 }", ""),
            Read("stopped", Stop, "defect: { share: 100 % }"),
        ];
        return CompareStudy.Run(
            Contenders.Of(scenarios, "salt-batch(batch-size: 10%, rounding: down)"),
            new StudyOptions { Replications = 60, Threads = 1 },
            new Nobody(),
            CancellationToken.None
        );
    }

    private static Scenario Read(string name, string rollout, string defect) =>
        ScenarioFile.Parse(
            $$"""
            # Which of three?
            schema: 1
            name: {{name}}
            cluster: { nodes: 50 }
            update:
              steps: { work: { takes: { exponential: { mean: 5 min } } } }
              {{defect}}
            rollout: { {{rollout}} }
            """,
            name + ".yaml",
            "."
        );
}
