using System.Diagnostics.CodeAnalysis;
using Simulator.Experiments.Scenarios.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.Experiments.Imports;

/// <summary>
/// Builds the trees of YAML or JSON that other tools write: several documents, aliases and merge keys resolved, tags passed
/// over. Depth and size are checked on every event; an alias is the node that it names, and counts with all that is in it.
/// </summary>
internal sealed class ForeignYaml
{
    private const int MaxDepth = 64;
    private const int MaxNodes = 1_000_000;

    private readonly IssueList _issues;
    private readonly Parser _parser;
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private TextSpan _last = TextSpan.Start;
    private int _nodes;
    private int _depth;

    private ForeignYaml(IssueList issues)
    {
        _issues = issues;
        _parser = new Parser(new Scanner(new StringReader(issues.Source.Text), skipComments: true));
    }

    /// <summary>Reads a text; whatever is wrong with it becomes an issue.</summary>
    /// <param name="issues">Knows the text and takes what is found.</param>
    /// <returns>The top node of each document that holds something; those before the first mistake.</returns>
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "The parser throws more types than its own; all mean bad input."
    )]
    public static IReadOnlyList<YamlNode> Read(IssueList issues)
    {
        var roots = new List<YamlNode>();
        var reader = new ForeignYaml(issues);
        try
        {
            while (reader.NextDocument() is { } root)
            {
                if (root is not YamlScalar { Text.Length: 0 })
                {
                    roots.Add(root);
                }
            }
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            if (thrown is not RefusedException)
            {
                reader.Explain(thrown);
            }
        }

        return roots;
    }

    private YamlNode? NextDocument()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is DocumentStart)
            {
                _anchors.Clear();
                return ReadNode(Next());
            }
        }

        return null;
    }

    private YamlNode ReadNode(ParsingEvent first)
    {
        if (first is AnchorAlias alias)
        {
            return Named(alias);
        }

        var before = _nodes;
        Count(1);
        if (++_depth > MaxDepth)
        {
            Refuse($"lists and maps are nested deeper than {MaxDepth} levels");
        }

        var at = YamlReader.SpanOf(first);
        var node = first switch
        {
            SequenceStart => new YamlSequence(at, ReadItems()),
            MappingStart => new YamlMapping(at, ReadPairs()),
            Scalar scalar => new YamlScalar(at, scalar.Value),
            _ => Refuse("something stands here that YAML does not allow"),
        };
        _depth--;
        if (first is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            _anchors[anchor.Value] = (node, _nodes - before);
        }

        return node;
    }

    private YamlNode Named(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var named))
        {
            return Refuse($"{IssueList.Quote("*" + alias.Value)} refers to nothing before it");
        }

        Count(named.Size);
        return named.Node;
    }

    private void Count(int nodes)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
        {
            Refuse($"the file holds more than {MaxNodes:N0} values");
        }
    }

    private List<YamlNode> ReadItems()
    {
        var items = new List<YamlNode>();
        while (Next() is var item and not SequenceEnd)
        {
            items.Add(ReadNode(item));
        }

        return items;
    }

    private List<YamlPair> ReadPairs()
    {
        var pairs = new OrderedDictionary<string, YamlPair>(StringComparer.Ordinal);
        var merged = new List<YamlPair>();
        while (Next() is var start and not MappingEnd)
        {
            var key = ReadNode(start);
            var value = ReadNode(Next());
            if (key is YamlScalar { Text: "<<" })
            {
                merged.AddRange(MapsOf(value).SelectMany(map => map.Pairs));
            }
            else if (key is YamlScalar name && !pairs.TryAdd(name.Text, new YamlPair(name, value)))
            {
                var cure = $"It stands at line {pairs[name.Text].Key.Span.Line} already; remove one of the two.";
                _issues.AddName(name.Span, name.Text, $"key {IssueList.Quote(name.Text)} occurs twice", cure);
            }
        }

        merged.ForEach(pair => pairs.TryAdd(pair.Key.Text, pair));
        return [.. pairs.Values];
    }

    private static IEnumerable<YamlMapping> MapsOf(YamlNode merged) =>
        merged is YamlSequence list ? list.Items.OfType<YamlMapping>()
        : merged is YamlMapping map ? [map]
        : [];

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext())
        {
            Refuse("the file ends too early");
        }

        var current = _parser.Current!;
        _last = YamlReader.SpanOf(current);
        return current;
    }

    private void Explain(Exception thrown)
    {
        var at = thrown is YamlException { Start.Line: > 0 } located
            ? YamlReader.SpanOf(located.Start, located.End)
            : _last;
        var (found, cure) = YamlProblems.Explain(thrown.Message);
        var isTemplate = _issues.Source.Text.Contains("{{", StringComparison.Ordinal);
        _issues.Add(at, "", found, "", isTemplate ? "Render templates first, as with 'helm template'." : cure);
    }

    [DoesNotReturn]
    private YamlNode Refuse(string found)
    {
        _issues.Add(_last, "", found);
        throw new RefusedException();
    }
}
