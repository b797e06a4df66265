using Simulator.Experiments.Presets;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports;

/// <summary>A preset that is being filled from a tool's file.</summary>
/// <param name="preset">The preset.</param>
/// <param name="subject">What it is read from.</param>
/// <param name="at">The top of that.</param>
/// <param name="given">What the user gave.</param>
internal sealed class StrategyDraft(Preset preset, string subject, Entry at, GivenParameters given)
{
    private readonly Dictionary<string, (Entry? Value, string Remark)> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _explained = new(StringComparer.Ordinal);
    private readonly HashSet<string> _omitted = new(StringComparer.Ordinal);
    private readonly List<ImportNote> _notes = [];

    /// <summary>Names of the preset's parameters.</summary>
    public IEnumerable<string> Parameters => preset.Shape.Fields.Select(known => known.Key);

    /// <summary>The value of a parameter; null leaves it to the tool's default.</summary>
    public void Take(string parameter, Entry? value, string remark = "")
    {
        if (value is not null)
        {
            var isTemplate = value.IsTemplate || value.Items.Any(item => item.IsTemplate);
            _taken[parameter] = isTemplate
                ? (null, $"{value.At.File}:{value.At.Line} holds a template, not a value")
                : (value, remark);
        }
    }

    /// <summary>The value of a parameter in another spelling than the file's.</summary>
    public void Take(string parameter, Entry from, string text, string remark) =>
        _taken[parameter] = (new Entry(new YamlScalar(from.Node.Span, text), from.Place), remark);

    /// <summary>A parameter that no file decides: the user has to.</summary>
    public void Need(string parameter, string reason) => _taken[parameter] = (null, reason);

    /// <summary>What a reader should know of a parameter where the files leave it to its default.</summary>
    public void Explain(string parameter, string remark) => _explained[parameter] = remark;

    /// <summary>A parameter that has no effect here.</summary>
    public void Omit(params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            _omitted.Add(parameter);
        }
    }

    /// <summary>Something that is not carried over, unless it is missing or asks for nothing.</summary>
    public void Drop(Entry? entry, string reason)
    {
        if (entry is { IsInert: false })
        {
            Note(entry, reason);
        }
    }

    /// <summary>Several key paths below an entry that are not carried over.</summary>
    public void DropAll(Entry? below, params ReadOnlySpan<(string Path, string Reason)> known)
    {
        foreach (var (path, reason) in known)
        {
            Drop(below?[path], reason);
        }
    }

    /// <summary>Something that is not carried over, whatever it says.</summary>
    public void Note(Entry entry, string reason) => _notes.Add(NoteOf(entry, reason));

    /// <summary>The note about an entry.</summary>
    public static ImportNote NoteOf(Entry entry, string reason) =>
        new(entry.At, entry.Node is YamlScalar ? IssueList.Quote(entry.Text) : "", reason);

    /// <summary>Checks the values one by one and against each other; what is wrong becomes an issue of its file.</summary>
    public ImportedStrategy Finish()
    {
        var parameters = new List<ImportedParameter>();
        var pairs = new List<YamlPair>();
        var isFit = true;
        foreach (var field in preset.Shape.Fields.Where(field => !_omitted.Contains(field.Key)))
        {
            var (value, parameter) = Resolve(field);
            if (parameter is not null)
            {
                parameters.Add(parameter);
                isFit &= parameter.Origin != ParameterOrigin.Missing;
            }

            if (value is not null)
            {
                isFit &= IsFit(field, value);
                pairs.Add(PairOf(field, value));
            }
        }

        var addsNodes = false;
        if (isFit)
        {
            var whole = new YamlMapping(at.Node.Span, pairs);
            var values = preset.Shape.Check(whole, at.Place with { Path = Parent() });
            var limit = preset.Map(new PresetArguments(values, at.Place.Issues)).Rollout.Limit;
            addsNodes = limit?.Surge is { Value: > 0 };
        }

        var notes = _notes.OrderBy(note => note.At.File != at.At.File).ThenBy(note => note.At.Line);
        return new ImportedStrategy(preset.Id, Characters.Display(subject), at.At, parameters, [.. notes])
        {
            AddsNodes = addsNodes,
        };
    }

    private (Entry? Value, ImportedParameter? Parameter) Resolve(Field field)
    {
        var name = field.Key;
        if (given[name] is { } set)
        {
            var text = FlowText.Of(set.Node);
            return (set, new ImportedParameter(name, ParameterOrigin.Set) { Value = text });
        }

        if (_taken.TryGetValue(name, out var taken))
        {
            return taken.Value is { } value
                ? (value, Found(name, value, taken.Remark))
                : (null, new ImportedParameter(name, ParameterOrigin.Missing) { Remark = taken.Remark });
        }

        return field switch
        {
            { IsRequired: true } => (
                null,
                new ImportedParameter(name, ParameterOrigin.Missing) { Remark = "the file does not say" }
            ),
            { Default: { } text } => (
                null,
                new ImportedParameter(name, ParameterOrigin.Default)
                {
                    Value = text,
                    Remark = _explained.GetValueOrDefault(name, "no file says otherwise"),
                }
            ),
            _ => (null, null),
        };
    }

    /// <summary>The path of the map that holds the parameters in the file; the preset's id where their names differ.</summary>
    private string Parent() =>
        _taken
            .Where(taken => taken.Value.Value?.Place.Path.EndsWith("." + taken.Key, StringComparison.Ordinal) ?? false)
            .Select(taken => taken.Value.Value!.Place.Path[..^(taken.Key.Length + 1)])
            .FirstOrDefault(preset.Id);

    private static ImportedParameter Found(string name, Entry value, string remark) =>
        new(name, ParameterOrigin.File)
        {
            Value = FlowText.Of(value.Node),
            At = value.At,
            Remark = remark,
        };

    private static bool IsFit(Field field, Entry value)
    {
        var before = value.Place.Issues.Found.Count;
        field.Shape.Check(value.Node, value.Place);
        return value.Place.Issues.Found.Count == before;
    }

    /// <summary>A pair of the map that the preset reads; what stands in another text has no line in this one.</summary>
    private YamlPair PairOf(Field field, Entry value)
    {
        var isHere = value.Place.Issues == at.Place.Issues;
        var span = isHere ? value.Place.Key : at.Node.Span with { Length = 0 };
        return new YamlPair(new YamlScalar(span, field.Key), isHere ? value.Node : value.Node with { Span = span });
    }
}
