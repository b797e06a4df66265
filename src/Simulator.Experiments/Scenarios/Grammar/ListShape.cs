using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A list of things of one shape.</summary>
/// <param name="noun">What it holds, with its article.</param>
/// <param name="item">What each item is.</param>
internal sealed class ListShape(string noun, Shape item) : Shape
{
    /// <summary>The least number of items.</summary>
    public int Least { get; init; }

    /// <summary>What each item is.</summary>
    public Shape Item => item;

    /// <inheritdoc/>
    public override string Noun => noun;

    /// <inheritdoc/>
    public override string Example => $"[{item.Example}]";

    /// <inheritdoc/>
    public override Checked Check(YamlNode node, Place place)
    {
        if (node is not YamlSequence list || list.Items.Count < Least)
        {
            return Refuse(node, place);
        }

        return new Checked
        {
            Shape = this,
            Node = node,
            Key = place.Key,
            Path = place.Path,
            Items = [.. list.Items.Select((child, index) => item.Check(child, place.At(index, child)))],
        };
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = EditorSchema.Of(item) };
        if (Least > 0)
        {
            schema["minItems"] = Least;
        }

        return schema;
    }
}
