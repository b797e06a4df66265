using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports;

/// <summary>A value in a tool's file, with its key path. What is null there is not there.</summary>
/// <param name="node">The value.</param>
/// <param name="place">Where it stands, and who takes issues about it.</param>
internal sealed class Entry(YamlNode node, Place place)
{
    private static readonly string[] Nulls = ["", "~", "null", "Null", "NULL"];
    private static readonly string[] Inert = ["0", "0s", "0m", "0h", "0m0s", "0h0m0s", "false", "False", "no"];

    /// <summary>The value.</summary>
    public YamlNode Node => node;

    /// <summary>Where it stands, and who takes issues about it.</summary>
    public Place Place => place;

    /// <summary>The text of a scalar; empty for a list or a map.</summary>
    public string Text => (node as YamlScalar)?.Text ?? "";

    /// <summary>Whether it says that nothing is wanted: 0, no time, false, an empty list or map.</summary>
    public bool IsInert =>
        node is YamlSequence { Items.Count: 0 } or YamlMapping { Pairs.Count: 0 } || Inert.Contains(Text);

    /// <summary>Whether it says yes.</summary>
    public bool IsTrue => Text is "true" or "True" or "yes";

    /// <summary>Whether it is only known once a template is filled in.</summary>
    public bool IsTemplate => Text.Contains("{{", StringComparison.Ordinal);

    /// <summary>Its place for readers.</summary>
    public SourcePlace At => new(place.Issues.Source.Name, node.Span.Line, node.Span.Column, place.Path);

    /// <summary>The items of a list; none of anything else.</summary>
    public IEnumerable<Entry> Items =>
        node is YamlSequence list ? list.Items.Select((item, index) => new Entry(item, place.At(index, item))) : [];

    /// <summary>The value at a key path of a map; null where it is missing or null.</summary>
    /// <remarks>Where a map is needed on the way and something else stands, that is an issue.</remarks>
    public Entry? this[string path]
    {
        get
        {
            var entry = this;
            foreach (var key in path.Split('.'))
            {
                entry = entry?.Child(key);
            }

            return entry;
        }
    }

    /// <summary>The items of the list at a key; where something else stands there, that is an issue.</summary>
    public IEnumerable<Entry> List(string path)
    {
        var entry = this[path];
        if (entry is not null and not { Node: YamlSequence })
        {
            entry.Refuse("a list is needed", "");
        }

        return entry?.Items ?? [];
    }

    /// <summary>Refuses keys that the tool does not have in this map.</summary>
    /// <param name="known">All that it has.</param>
    public void CheckKeys(params IReadOnlyCollection<string> known) =>
        RefuseKeys(key => !known.Contains(key.Text, StringComparer.Ordinal), known);

    /// <summary>Refuses keys that are a slip of the pen, in a map that may hold others too.</summary>
    /// <param name="known">What is read from it.</param>
    /// <param name="others">Other keys that the tool has.</param>
    public void CheckSlips(IReadOnlyCollection<string> known, IReadOnlyCollection<string> others) =>
        RefuseKeys(
            key =>
                !known.Concat(others).Contains(key.Text, StringComparer.Ordinal)
                && Suggestion.Nearest(key.Text, known) is not null,
            known
        );

    /// <summary>Says that the value is of no use.</summary>
    public void Refuse(string expected, string cure) =>
        place.Issues.Add(
            node.Span,
            place.Path,
            $"{(place.Path.Length > 0 ? place.Path : "this")} {Found}",
            expected,
            cure
        );

    private void RefuseKeys(Func<YamlScalar, bool> isWrong, IReadOnlyCollection<string> known)
    {
        foreach (var (key, _) in (node as YamlMapping)?.Pairs.Where(pair => isWrong(pair.Key)) ?? [])
        {
            var found =
                $"{IssueList.Quote(key.Text)} is no key {(place.Path.Length > 0 ? $"of {place.Path}" : "here")}";
            var cure = Suggestion.Sentence(key.Text, known, "Keys here");
            place.Issues.AddName(key.Span, place.Join(key.Text), found, cure);
        }
    }

    private string Found =>
        node is YamlScalar ? "is " + IssueList.Quote(Text)
        : node is YamlSequence ? "is a list"
        : "is a map";

    private Entry? Child(string key)
    {
        if (node is not YamlMapping map)
        {
            Refuse("a map is needed", "");
            return null;
        }

        var pair = map.Pairs.FirstOrDefault(pair => pair.Key.Text == key);
        return pair is null || (pair.Value is YamlScalar scalar && Nulls.Contains(scalar.Text))
            ? null
            : new Entry(pair.Value, place.At(pair.Key));
    }
}
