using Simulator.Experiments.Catalogue;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Finds and replaces values of a scenario by their key path.</summary>
internal static class ScenarioPaths
{
    /// <summary>The paths of all quantities that stand in the file, in its order; those of sweep and evidence are none.</summary>
    public static IReadOnlyList<string> Quantities(Checked root) => [.. Found(root).Select(value => value.Path)];

    /// <summary>The quantities that come from the catalogue, in the order of the file.</summary>
    public static IReadOnlyList<PublishedUse> Published(Checked root) =>
        [
            .. Found(root)
                .Where(value => value.Published is not null)
                .Select(value => new PublishedUse(value.Path, value.Published!)),
        ];

    /// <summary>A value of any kind by its path; null where there is none.</summary>
    public static Checked? Find(Checked root, string path)
    {
        var current = root;
        foreach (var key in path.Split('.'))
        {
            if (!current.Fields.TryGetValue(key, out var next))
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    /// <summary>A tree with another scalar at a path; a key that is missing at its end is added.</summary>
    /// <param name="node">The tree; it is not changed.</param>
    /// <param name="path">A path as <see cref="Quantities"/> gives it.</param>
    /// <param name="value">The scalar.</param>
    /// <returns>The new tree.</returns>
    public static YamlMapping Put(YamlMapping node, string path, YamlScalar value)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (key, rest) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
        var item = key.IndexOf('[', StringComparison.Ordinal);
        var name = item < 0 ? key : key[..item];
        var pairs = new List<YamlPair>(node.Pairs);
        var index = pairs.FindIndex(pair => string.Equals(pair.Key.Text, name, StringComparison.Ordinal));
        if (index < 0)
        {
            pairs.Add(new YamlPair(value with { Text = name }, value));
            return node with { Pairs = pairs };
        }

        var old = pairs[index].Value;
        pairs[index] = pairs[index] with
        {
            Value = item < 0 ? PutBelow(old, rest, value) : PutItem(old, key[item..], rest, value),
        };
        return node with { Pairs = pairs };
    }

    private static YamlNode PutBelow(YamlNode old, string rest, YamlScalar value) =>
        rest.Length == 0 ? value
        : old is YamlMapping map ? Put(map, rest, value)
        : old;

    private static YamlNode PutItem(YamlNode old, string index, string rest, YamlScalar value)
    {
        if (old is not YamlSequence list)
        {
            return old;
        }

        var items = new List<YamlNode>(list.Items);
        var position = int.Parse(index.Trim('[', ']'));
        items[position] = PutBelow(items[position], rest, value);
        return list with { Items = items };
    }

    private static List<Checked> Found(Checked root)
    {
        var found = new List<Checked>();
        foreach (var (key, value) in root.Fields)
        {
            if (key is not ("sweep" or "evidence" or "schema"))
            {
                Collect(value, found);
            }
        }

        return found;
    }

    private static void Collect(Checked value, List<Checked> found)
    {
        if (value is { Shape: ScalarShape { IsQuantity: true }, IsDefault: false })
        {
            found.Add(value);
        }

        foreach (var item in value.Items)
        {
            Collect(item, found);
        }

        foreach (var (_, field) in value.Fields)
        {
            Collect(field, found);
        }
    }
}
