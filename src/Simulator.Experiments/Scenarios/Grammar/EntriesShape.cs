using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A map whose keys are chosen by the author, such as names of steps.</summary>
/// <param name="noun">What it holds, with its article.</param>
/// <param name="key">What the keys are.</param>
/// <param name="value">What belongs to each key.</param>
internal sealed class EntriesShape(string noun, ScalarShape key, Shape value) : Shape
{
    /// <summary>A key that fits.</summary>
    public required string ExampleKey { get; init; }

    /// <summary>The least number of entries.</summary>
    public int Least { get; init; }

    /// <summary>The greatest number of entries.</summary>
    public int Most { get; init; } = 1_000;

    /// <summary>What the keys are.</summary>
    public ScalarShape Key => key;

    /// <summary>What belongs to each key.</summary>
    public Shape Value => value;

    /// <inheritdoc/>
    public override string Noun => noun;

    /// <inheritdoc/>
    public override string Example => $"{{ {ExampleKey}: {value.Example} }}";

    /// <inheritdoc/>
    public override Checked Check(YamlNode node, Place place)
    {
        if (node is not YamlMapping map || map.Pairs.Count < Least)
        {
            return Refuse(node, place);
        }

        if (map.Pairs.Count > Most)
        {
            var count = $"{place.Path} has {map.Pairs.Count:N0} entries";
            place.Issues.AddName(place.Key, place.Path, count, $"The most is {Most:N0}.");
            return Checked.Broken(this, node, place);
        }

        var found = new OrderedDictionary<string, Checked>(StringComparer.Ordinal);
        foreach (var pair in map.Pairs)
        {
            var inner = place.At(pair.Key);
            var isGood = !key.Check(pair.Key, inner).IsBroken;
            var result = value.Check(pair.Value, inner);
            if (isGood)
            {
                found[pair.Key.Text] = result;
            }
        }

        return new Checked
        {
            Shape = this,
            Node = node,
            Key = place.Key,
            Path = place.Path,
            Fields = found,
        };
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = EditorSchema.Of(value) };
        if (key is NameShape)
        {
            schema["propertyNames"] = key.Schema();
        }

        if (Least > 0)
        {
            schema["minProperties"] = Least;
        }

        schema["maxProperties"] = Most;

        return schema;
    }
}
