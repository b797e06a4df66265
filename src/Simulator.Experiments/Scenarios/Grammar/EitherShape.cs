using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A short and a long way to say the same: a scalar, a list or a map.</summary>
/// <param name="noun">What it describes, with its article.</param>
internal sealed class EitherShape(string noun) : Shape
{
    /// <summary>The scalar way; null where there is none.</summary>
    public ScalarShape? Scalar { get; init; }

    /// <summary>The list way; null where there is none.</summary>
    public ListShape? List { get; init; }

    /// <summary>The map way; null where there is none.</summary>
    public Shape? Map { get; init; }

    /// <inheritdoc/>
    public override string Noun => noun;

    /// <inheritdoc/>
    public override string Example => Ways.First().Example;

    /// <summary>The ways there are.</summary>
    public IEnumerable<Shape> Ways => new[] { Scalar, List, Map }.OfType<Shape>();

    /// <inheritdoc/>
    public override Checked Check(YamlNode node, Place place)
    {
        var way = node switch
        {
            YamlScalar { Text.Length: > 0 } => (Shape?)Scalar,
            YamlSequence => List,
            YamlMapping => Map,
            _ => null,
        };
        return way is null ? Refuse(node, place) : way.Check(node, place);
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray([.. Ways.Select(EditorSchema.Of)]) };
}
