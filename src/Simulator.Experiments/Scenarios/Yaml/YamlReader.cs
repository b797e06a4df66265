using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>
/// Builds the tree from the parser's events. Depth and size are checked on every event before anything descends, because a
/// stack overflow cannot be caught.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Lists and maps within each other.</summary>
    public const int MaxDepth = 32;

    /// <summary>Scalars, lists and maps in one file.</summary>
    public const int MaxNodes = 100_000;

    private readonly IssueList _issues;
    private readonly Parser _parser;
    private TextSpan _last = TextSpan.Start;
    private int _nodes;
    private int _depth;
    private bool _isFit = true;

    private YamlReader(IssueList issues)
    {
        _issues = issues;
        _parser = new Parser(new Scanner(new StringReader(issues.Source.Text), skipComments: true));
    }

    /// <summary>Reads a text; whatever is wrong with it becomes an issue.</summary>
    /// <param name="issues">Knows the text and takes what is found.</param>
    /// <returns>The top map; null where the text is not fit for further reading.</returns>
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "The parser throws more types than its own; all mean bad input."
    )]
    public static YamlMapping? Read(IssueList issues)
    {
        Characters.Check(issues);
        if (issues.Found.Count > 0)
        {
            return null;
        }

        var reader = new YamlReader(issues);
        try
        {
            var root = reader.ReadDocument();
            return reader._isFit ? root as YamlMapping : null;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            if (thrown is not RefusedException)
            {
                reader.Explain(thrown);
            }

            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        Next<StreamStart>();
        if (Next() is not DocumentStart)
        {
            Refuse(TextSpan.Start, "the file is empty", "a scenario is needed", "Write 'schema: 1' as its first key.");
        }

        var root = ReadNode(Next());
        if (root is not YamlMapping)
        {
            var cure = "Write 'schema: 1' as its first key.";
            Refuse(root?.Span ?? TextSpan.Start, "the file is not a map", "keys and values are needed", cure);
        }

        Next<DocumentEnd>();
        if (Next() is DocumentStart second)
        {
            Refuse(
                SpanOf(second),
                "a second document begins here",
                "one file is one scenario",
                "Write it to a file of its own."
            );
        }

        return root;
    }

    private YamlNode? ReadNode(ParsingEvent first)
    {
        if (++_nodes > MaxNodes)
        {
            Refuse(SpanOf(first), $"the file holds more than {MaxNodes:N0} values", "", "Make it shorter.");
        }

        CheckNode(first);
        switch (first)
        {
            case Scalar scalar:
                return new YamlScalar(SpanOf(scalar), Clean(scalar));
            case SequenceStart start:
                return Nested(start, () => new YamlSequence(SpanOf(start), ReadItems()));
            case MappingStart start:
                return Nested(start, () => new YamlMapping(SpanOf(start), ReadPairs()));
            default:
                return null;
        }
    }

    private YamlNode Nested(ParsingEvent start, Func<YamlNode> read)
    {
        if (++_depth > MaxDepth)
        {
            Refuse(SpanOf(start), $"lists and maps are nested deeper than {MaxDepth} levels", "", "Make it flatter.");
        }

        var node = read();
        _depth--;
        return node;
    }

    private List<YamlNode> ReadItems()
    {
        var items = new List<YamlNode>();
        while (Next() is var item and not SequenceEnd)
        {
            if (ReadNode(item) is { } node)
            {
                items.Add(node);
            }
        }

        return items;
    }

    private List<YamlPair> ReadPairs()
    {
        var pairs = new List<YamlPair>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Next() is var start and not MappingEnd)
        {
            var key = ReadNode(start);
            var value = ReadNode(Next());
            if (key is not YamlScalar { Text: var text } name)
            {
                _isFit = false;
                _issues.Add(SpanOf(start), "", "this key is a list or a map", "a word is needed");
            }
            else if (text is "<<")
            {
                _isFit = false;
                _issues.Add(
                    name.Span,
                    text,
                    "'<<' merges another map into this one",
                    "merge keys are refused",
                    "Write the keys out."
                );
            }
            else if (!lines.TryAdd(text, name.Span.Line))
            {
                var cure = $"It stands at line {lines[text]} already; remove one of the two.";
                _issues.AddName(name.Span, text, $"key {IssueList.Quote(text)} occurs twice", cure);
            }
            else if (value is not null)
            {
                pairs.Add(new YamlPair(name, value));
            }
        }

        return pairs;
    }

    private void CheckNode(ParsingEvent first)
    {
        const string WriteOut = "Write the value out where it is needed.";
        if (first is AnchorAlias alias)
        {
            _isFit = false;
            var name = IssueList.Quote("*" + alias.Value);
            _issues.Add(SpanOf(first), "", $"{name} refers to another place", "aliases are refused", WriteOut);
        }
        else if (first is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _isFit = false;
            var name = IssueList.Quote("&" + anchored.Anchor.Value);
            _issues.Add(SpanOf(first), "", $"{name} is an anchor", "anchors are refused", WriteOut);
        }
        else if (first is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            _isFit = false;
            var name = IssueList.Quote(tagged.Tag.IsNonSpecific ? "!" : tagged.Tag.Value);
            _issues.Add(
                SpanOf(first),
                "",
                $"{name} is a tag",
                "tags are refused",
                "Remove it; the key says what is meant."
            );
        }
    }

    private string Clean(Scalar scalar)
    {
        if (!Characters.AreHarmless(scalar.Value))
        {
            _isFit = false;
            _issues.Add(SpanOf(scalar), "", "an escape here stands for an invisible character", "", "Remove it.");
        }

        return scalar.Value;
    }

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext())
        {
            Refuse(_last, "the file ends too early", "");
        }

        var current = _parser.Current!;
        _last = SpanOf(current);
        return current;
    }

    private void Next<TEvent>()
        where TEvent : ParsingEvent
    {
        if (Next() is not TEvent)
        {
            Refuse(_last, "something stands here that YAML does not allow", "");
        }
    }

    private void Explain(Exception thrown)
    {
        var at = thrown is YamlException { Start.Line: > 0 } located ? SpanOf(located.Start, located.End) : _last;
        var (found, cure) = YamlProblems.Explain(thrown.Message);
        _issues.Add(at, "", found, "", cure);
    }

    [DoesNotReturn]
    private void Refuse(TextSpan at, string found, string expected, string cure = "")
    {
        _issues.Add(at, "", found, expected, cure);
        throw new RefusedException();
    }

    internal static TextSpan SpanOf(ParsingEvent part) =>
        part is Scalar ? SpanOf(part.Start, part.End) : SpanOf(part.Start, part.Start);

    internal static TextSpan SpanOf(Mark start, Mark end)
    {
        var length = end.Line == start.Line ? Math.Max(1, end.Column - start.Column) : 1;
        return new TextSpan((int)start.Line, (int)start.Column, (int)length);
    }
}
