using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Tests.Scenarios.Language;

/// <summary>An editor that follows the schema agrees with the reader.</summary>
public sealed class EditorSchemaTests
{
    [TestCase(Samples.Least)]
    [TestCase(Samples.Full)]
    public async Task Good_files_have_no_complaint(string text) => Assert.That(await Complaints(text), Is.Empty);

    [TestCase("nodes: 18432", "nodez: 18432")]
    [TestCase("nodes: 18432", "nodes: 0")]
    [TestCase("nodes: 18432", "nodes: many")]
    [TestCase("takes: 20 min", "takes: 20")]
    [TestCase("takes: 20 min", "takes: 20 sec")]
    [TestCase("rate: 20/s", "rate: 20")]
    [TestCase("fails: 1 %", "fails: 0.01")]
    [TestCase("name: rack-firmware", "name: Rack Firmware")]
    [TestCase("in-service: true", "in-service: maybe")]
    [TestCase("admission: window", "admission: latch")]
    [TestCase("{ budget: { capacity: 2 MW }", "{ budget: { capacity: 2 MW }, station: { servers: 1 }")]
    [TestCase("{ lognormal: { median: 4 min, p90: 15 min } }", "{ normal: { mean: 4 min } }")]
    public async Task Bad_files_have_one_as_the_reader_has(string old, string text)
    {
        var bad = Samples.Full.Replace(old, text, StringComparison.Ordinal);

        Assert.That(Samples.Complaint(bad), Is.Not.Empty);
        Assert.That(await Complaints(bad), Is.Not.Empty);
    }

    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> Complaints(string text)
    {
        var tree = YamlReader.Read(new IssueList(new SourceText("s.yaml", text)))!;
        var schema = await JsonSchema.FromJsonAsync(EditorSchema.Write(ScenarioLanguage.Root, "o1sim scenario"));
        return schema.Validate(Json(tree)!.ToJsonString());
    }

    /// <summary>What an editor makes of YAML: bare numbers and true or false are no texts.</summary>
    private static JsonNode? Json(YamlNode node) =>
        node switch
        {
            YamlMapping map => new JsonObject(
                map.Pairs.Select(pair => KeyValuePair.Create(pair.Key.Text, Json(pair.Value)))
            ),
            YamlSequence list => new JsonArray([.. list.Items.Select(Json)]),
            YamlScalar { Text: "true" or "false" } flag => bool.Parse(flag.Text),
            YamlScalar scalar when long.TryParse(scalar.Text, out var whole) => whole,
            YamlScalar scalar
                when double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) =>
                real,
            YamlScalar scalar => scalar.Text,
            _ => null,
        };
}
