using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports.Kinds;

/// <summary>The section <c>[defaults]</c> of an <c>ansible.cfg</c>.</summary>
internal static class AnsibleConfig
{
    private const string Section = "defaults";

    /// <summary>Whether a text is an <c>ansible.cfg</c>: its first line that says something opens a section.</summary>
    public static bool Is(SourceText source) =>
        source.Lines.Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && !IsComment(line))
            is { } first
        && first.StartsWith('[')
        && first.EndsWith(']')
        && source.Lines.Any(line => line.Trim() is $"[{Section}]");

    /// <summary>The keys of the section as a map.</summary>
    /// <param name="issues">Knows the text and takes what is found.</param>
    public static Entry Read(IssueList issues)
    {
        var pairs = new List<YamlPair>();
        var isOurs = false;
        for (var number = 1; number <= issues.Source.Lines.Count; number++)
        {
            var line = issues.Source.LineAt(number);
            if (line.TrimStart().StartsWith('['))
            {
                isOurs = line.Trim() is $"[{Section}]";
            }
            else if (isOurs && !IsComment(line.TrimStart()) && line.IndexOfAny(['=', ':']) is > 0 and var sign)
            {
                pairs.Add(Pair(line, number, sign));
            }
        }

        return new Entry(new YamlMapping(TextSpan.Start, pairs), new Place(Section, TextSpan.Start, issues));
    }

    private static YamlPair Pair(string line, int number, int sign)
    {
        var comment = line.IndexOf(" ;", sign, StringComparison.Ordinal);
        var rest = comment < 0 ? line[(sign + 1)..] : line[(sign + 1)..comment];
        var value = rest.Trim();
        var at = sign + 2 + rest.Length - rest.TrimStart().Length;
        return new YamlPair(
            new YamlScalar(new TextSpan(number, 1, sign), line[..sign].Trim()),
            new YamlScalar(new TextSpan(number, at, Math.Max(1, value.Length)), value)
        );
    }

    private static bool IsComment(string line) => line.StartsWith('#') || line.StartsWith(';');
}
