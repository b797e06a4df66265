using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A map with known keys.</summary>
/// <param name="noun">What it describes, with its article.</param>
/// <param name="fields">Its keys; asked for at first use, so that shapes may contain themselves.</param>
internal sealed class MapShape(string noun, Func<IReadOnlyList<Field>> fields) : Shape
{
    private readonly Lazy<IReadOnlyList<Field>> _fields = new(fields);

    /// <summary>The name of the definition in the editor schema; null where the shape is written out in place.</summary>
    public string? Definition { get; init; }

    /// <summary>Keys of which exactly one must be there; empty where there is no such choice.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>The keys in the order of the reference.</summary>
    public IReadOnlyList<Field> Fields => _fields.Value;

    /// <inheritdoc/>
    public override string Noun => noun;

    /// <inheritdoc/>
    public override string Example
    {
        get
        {
            var needed = Fields.Where(key =>
                key.IsRequired || (OneOf.Count > 0 && string.Equals(OneOf[0], key.Key, StringComparison.Ordinal))
            );
            var shown = needed.DefaultIfEmpty(Fields[0]).Select(key => $"{key.Key}: {key.Example}");
            return $"{{ {string.Join(", ", shown)} }}";
        }
    }

    /// <inheritdoc/>
    public override Checked Check(YamlNode node, Place place)
    {
        if (node is not YamlMapping map)
        {
            return Refuse(node, place);
        }

        var found = new OrderedDictionary<string, Checked>(StringComparer.Ordinal);
        var unknown = new List<YamlScalar>();
        foreach (var (key, value) in map.Pairs)
        {
            if (Find(key.Text) is { } field)
            {
                found[key.Text] = field.Shape.Check(value, place.At(key));
            }
            else
            {
                unknown.Add(key);
            }
        }

        var meant = unknown.Select(key => RefuseKey(key, place)).ToHashSet(StringComparer.Ordinal);
        CheckChoice(map, found, unknown.Count > 0, place);
        foreach (var field in Fields.Where(field => !found.ContainsKey(field.Key) && !meant.Contains(field.Key)))
        {
            Complete(map, field, found, place);
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

    /// <summary>The description of a key; null for an unknown one.</summary>
    public Field? Find(string key) =>
        Fields.FirstOrDefault(known => string.Equals(known.Key, key, StringComparison.Ordinal));

    /// <summary>The one key of <see cref="OneOf"/> that a checked map holds; null where there is none or more.</summary>
    public string? ChoiceOf(Checked map)
    {
        var chosen = OneOf.Where(map.Holds).ToArray();
        return chosen.Length == 1 ? chosen[0] : null;
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var field in Fields)
        {
            properties[field.Key] = SchemaOf(field);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        var required = Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Key).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        if (OneOf.Count > 0)
        {
            schema["oneOf"] = new JsonArray([
                .. OneOf.Select(key => new JsonObject { ["required"] = new JsonArray(key) }),
            ]);
        }

        return schema;
    }

    private static JsonObject SchemaOf(Field field)
    {
        var shape = EditorSchema.Of(field.Shape);
        var schema = new JsonObject { ["description"] = field.Doc };
        if (field.Default is not null)
        {
            var isTyped = field.Shape is FlagShape || long.TryParse(field.Default, out _);
            schema["default"] = isTyped ? JsonNode.Parse(field.Default) : field.Default;
        }

        foreach (var (key, value) in shape)
        {
            schema[key] = value?.DeepClone();
        }

        return schema;
    }

    /// <summary>Says that a key is unknown; gives the key that was meant, if one is near.</summary>
    private string? RefuseKey(YamlScalar key, Place place)
    {
        var known = Fields.Select(field => field.Key).ToArray();
        var cure = Suggestion.Sentence(key.Text, known, "Keys here");
        var of = place.Path.Length == 0 ? "a scenario" : place.Path;
        place.Issues.AddName(key.Span, place.Join(key.Text), $"{IssueList.Quote(key.Text)} is no key of {of}", cure);
        return Suggestion.Nearest(key.Text, known);
    }

    private void CheckChoice(YamlMapping map, OrderedDictionary<string, Checked> found, bool hasUnknown, Place place)
    {
        var chosen = OneOf.Where(found.ContainsKey).ToArray();
        if (OneOf.Count == 0 || chosen.Length == 1 || (chosen.Length == 0 && hasUnknown))
        {
            return;
        }

        var held = chosen.Length == 0 ? "none of " + Suggestion.List(OneOf, "and") : Suggestion.List(chosen, "and");
        var cure = chosen.Length == 0 ? $"Write {Sample}." : "Keep one of them.";
        var at = place.Path.Length == 0 ? map.Span : place.Key;
        place.Issues.Add(at, place.Path, $"{place.Subject} holds {held}", "exactly one is needed", cure);
    }

    private static void Complete(YamlMapping map, Field field, OrderedDictionary<string, Checked> found, Place place)
    {
        if (field.IsRequired)
        {
            var at = place.Path.Length == 0 ? map.Span : place.Key;
            var cure = $"Write '{field.Key}: {field.Example}'.";
            place.Issues.Add(
                at,
                place.Join(field.Key),
                $"{place.Subject} has no '{field.Key}'",
                $"{field.Shape.Noun} is needed",
                cure
            );
        }
        else if (field is { Default: { } text, Shape: ScalarShape shape })
        {
            found[field.Key] = new Checked
            {
                Shape = shape,
                Node = new YamlScalar(place.Key with { Length = 0 }, text),
                Key = place.Key,
                Path = place.Join(field.Key),
                Value = shape.Parse(text).Value,
                IsDefault = true,
            };
        }
    }
}
