using System.Text.Json;
using Simulator.Reporting.Json;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Tests.Tables;

/// <summary>The page of the outputs says what the writers write, column by column.</summary>
public sealed class OutputsPageTests
{
    private static readonly string[] Written =
    [
        "cells",
        "thresholds",
        "steps",
        "services",
        "blame",
        "waterfall",
        "progress",
        "replications",
    ];

    [TestCaseSource(nameof(Written))]
    public void Every_column_is_described_in_its_order(string name)
    {
        var study = Studies.Realistic() with { Axes = [] };
        Table[] tables = [.. StudyTables.All(study), StudyTables.Progress(study), StudyTables.Replications(study)];
        var table = tables.Single(table => name.Equals(table.Name, StringComparison.Ordinal));

        Assert.That(Described(name + ".csv"), Is.EqualTo(table.Columns));
    }

    [Test]
    public void Columns_of_nodes_follow_the_pattern_of_the_page()
    {
        var columns = NodeTable.Of(Runs.TwoRacks()).Columns;
        var described = Described("nodes.csv");

        Assert.That(columns.Take(4), Is.EqualTo(described.Take(4)));
        Assert.That(described.Skip(4), Is.EqualTo(["STEP.start_s", "STEP.end_s", "STEP.wait.SERVICE_s"]));
        Assert.That(columns.Skip(4), Has.All.Match(@"^[a-z]+\.(start_s|end_s|wait\.[a-z.]+_s)$"));
    }

    [Test]
    public void Every_field_of_the_json_object_is_described_in_its_order()
    {
        using var stream = new MemoryStream();
        StudyJson.Write(Studies.Realistic(), stream);
        using var json = JsonDocument.Parse(stream.ToArray());

        var fields = json.RootElement.EnumerateObject().Select(field => field.Name);
        Assert.That(Described("result.json"), Is.EqualTo(fields));
    }

    [Test]
    public void Every_column_of_a_replay_is_described_in_its_order() =>
        Assert.That(
            Described("The columns", "docs/replay.md"),
            Is.EqualTo(ReplayTable.Of([Studies.Realistic()]).Columns)
        );

    private static IReadOnlyList<string> Described(string section, string page = "docs/reference/outputs.md") =>
        [
            .. File.ReadLines(Path.Combine(SourceTree.Root, page))
                .SkipWhile(line => !line.Equals("## " + section, StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('`')[1]),
        ];
}
