using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Experiments.Catalogue;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>The JSON schema by which editors complete and check a scenario while it is written.</summary>
internal static class EditorSchema
{
    private const string Published = "published";
    private const string Dialect = "http://json-schema.org/draft-07/schema#";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of a shape in place; a reference where it is a definition of its own.</summary>
    public static JsonObject Of(Shape shape) =>
        shape switch
        {
            MapShape { Definition: { } name } => Reference(name),
            ScalarShape { IsQuantity: true } => new JsonObject
            {
                ["anyOf"] = new JsonArray(shape.Schema(), Reference(Published)),
            },
            _ => shape.Schema(),
        };

    /// <summary>The whole schema as text.</summary>
    /// <param name="root">The shape of a file.</param>
    /// <param name="title">What the schema is of.</param>
    /// <returns>JSON with line feeds, ending with one.</returns>
    public static string Write(MapShape root, string title)
    {
        var schema = new JsonObject { ["$schema"] = Dialect, ["title"] = title };
        foreach (var (key, value) in root.Schema())
        {
            schema[key] = value?.DeepClone();
        }

        var definitions = new JsonObject();
        foreach (var shape in Shapes(root).OfType<MapShape>().Where(shape => shape.Definition is not null))
        {
            definitions[shape.Definition!] = shape.Schema();
        }

        definitions[Published] = new JsonObject
        {
            ["description"] = "A value of the catalogue ('o1sim catalogue').",
            ["enum"] = new JsonArray([.. PublishedValues.All.Select(entry => PublishedValues.Prefix + entry.Name)]),
        };
        schema["definitions"] = definitions;
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };

    /// <summary>A shape and all below it, each once, from the top.</summary>
    public static IReadOnlyList<Shape> Shapes(Shape root)
    {
        var found = new List<Shape> { root };
        for (var index = 0; index < found.Count; index++)
        {
            found.AddRange(Inner(found[index]).Where(shape => !found.Contains(shape)).Distinct());
        }

        return found;
    }

    private static IEnumerable<Shape> Inner(Shape shape) =>
        shape switch
        {
            MapShape map => map.Fields.Select(field => field.Shape),
            EntriesShape entries => [entries.Value],
            ListShape list => [list.Item],
            EitherShape either => either.Ways,
            _ => [],
        };
}
