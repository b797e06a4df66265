using System.Text;

namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>Gathers what is wrong with one text; reading ends when it is full, since nobody reads 200 complaints.</summary>
internal sealed class IssueList(SourceText source)
{
    private const int LongestQuote = 60;
    private const int Most = 200;
    private readonly List<Issue> _issues = [];

    /// <summary>What was found so far, in order of discovery.</summary>
    public IReadOnlyList<Issue> Found => _issues;

    /// <summary>The text that is read.</summary>
    public SourceText Source => source;

    /// <summary>A text between quotes as it may stand in a message: cut where it is long, unprintable characters escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LongestQuote)))
        {
            if (Characters.IsHarmless(character))
            {
                quoted.Append(character);
            }
            else
            {
                quoted.Append("\\u").Append(((int)character).ToString("x4"));
            }
        }

        return quoted.Append(text.Length > LongestQuote ? "...'" : "'").ToString();
    }

    /// <summary>Something is wrong with a value; its line is shown.</summary>
    public void Add(TextSpan at, string path, string found, string expected = "", string cure = "") =>
        Add(Make(at, path, found, expected, cure));

    /// <summary>A name that the sentence quotes is wrong; the sentence alone is shown.</summary>
    public void AddName(TextSpan at, string path, string found, string cure = "") =>
        Add(Make(at, path, found, "", cure) with { Source = null });

    /// <summary>Two places do not fit together; both lines are shown.</summary>
    public void AddPair(TextSpan at, TextSpan other, string path, (string Found, string Expected, string Cure) words) =>
        Add(Make(at, path, words.Found, words.Expected, words.Cure) with { Other = Make(other, path, "", "", "") });

    private void Add(Issue issue)
    {
        _issues.Add(issue);
        if (_issues.Count >= Most)
        {
            throw new RefusedException();
        }
    }

    private Issue Make(TextSpan at, string path, string found, string expected, string cure) =>
        new(source.Name, at.Line, at.Column, path, found, expected, cure)
        {
            Source = at.Length == 0 ? null : source.LineAt(at.Line),
            Width = Math.Max(1, at.Length),
        };
}
