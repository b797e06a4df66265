using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports;

/// <summary>Parameters that the user gave with <c>--set</c>, because no file holds them or in place of what it holds.</summary>
internal sealed class GivenParameters
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<IssueList> _issues = [];

    /// <summary>Takes names and values.</summary>
    /// <param name="pairs">Names in the tool's spelling; values as a scenario writes them.</param>
    public GivenParameters(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (name, text) in pairs)
        {
            var issues = new IssueList(new SourceText($"--set {name}", text));
            var node = ForeignYaml.Read(issues) is [var first, ..] ? first : new YamlScalar(TextSpan.Start, "");
            _entries.Add(name, new Entry(node, new Place(name, node.Span, issues)));
            _issues.Add(issues);
        }
    }

    /// <summary>What is wrong with them.</summary>
    public IEnumerable<Issue> Issues => _issues.SelectMany(issues => issues.Found);

    /// <summary>The value of a parameter; null where it was not given.</summary>
    public Entry? this[string name] => _entries.GetValueOrDefault(name);

    /// <summary>Says which names are parameters of none of the presets that were found.</summary>
    /// <param name="known">The parameters of all of them.</param>
    public void RefuseUnknown(IReadOnlyCollection<string> known)
    {
        foreach (var (name, entry) in _entries.Where(entry => !known.Contains(entry.Key, StringComparer.Ordinal)))
        {
            var found = $"{IssueList.Quote(name)} is no parameter of what was found";
            var cure = Suggestion.Sentence(name, known, "Parameters");
            entry.Place.Issues.AddName(entry.Place.Key, name, found, cure);
        }
    }
}
