using Simulator.Experiments.Catalogue;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A node that was held against its shape; <c>Broken</c> ones have an issue already and are to be passed over.</summary>
internal sealed class Checked
{
    private static readonly OrderedDictionary<string, Checked> NoFields = new(StringComparer.Ordinal);

    /// <summary>What it was held against.</summary>
    public required Shape Shape { get; init; }

    /// <summary>The node itself.</summary>
    public required YamlNode Node { get; init; }

    /// <summary>Where its key stands.</summary>
    public required TextSpan Key { get; init; }

    /// <summary>The key path.</summary>
    public required string Path { get; init; }

    /// <summary>The value of a scalar.</summary>
    public object? Value { get; init; }

    /// <summary>The entry of the catalogue that a scalar's text was taken from; null where the file writes it out.</summary>
    public CatalogueEntry? Published { get; init; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<Checked> Items { get; init; } = [];

    /// <summary>The values of a map in the order of the file, defaults after them.</summary>
    public OrderedDictionary<string, Checked> Fields { get; init; } = NoFields;

    /// <summary>Whether an issue says that it is of no use.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether the file leaves it out and the grammar filled it in.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Where its value stands.</summary>
    public TextSpan Span => Node.Span;

    /// <summary>The text of a scalar as it was written; that of the catalogue where it refers to it.</summary>
    public string Text => (Node as YamlScalar)?.Text ?? "";

    /// <summary>Whether it is a map.</summary>
    public bool IsMap => Node is YamlMapping;

    /// <summary>The value of a key; null where it is missing or broken.</summary>
    public Checked? this[string key] => Fields.TryGetValue(key, out var field) && !field.IsBroken ? field : null;

    /// <summary>A result without value.</summary>
    public static Checked Broken(Shape shape, YamlNode node, Place place) =>
        new()
        {
            Shape = shape,
            Node = node,
            Key = place.Key,
            Path = place.Path,
            IsBroken = true,
        };

    /// <summary>The value of a scalar, or a fallback where it is missing or broken.</summary>
    public T Get<T>(string key, T fallback) => this[key]?.Value is T value ? value : fallback;

    /// <summary>The value of a scalar, or null where it is missing or broken.</summary>
    public T? Maybe<T>(string key)
        where T : struct => this[key]?.Value as T?;

    /// <summary>Whether the file holds a key, be its value good or not.</summary>
    public bool Holds(string key) => Fields.TryGetValue(key, out var field) && !field.IsDefault;
}
