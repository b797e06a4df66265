using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Resolves words that name a level or a step, and says what was probably meant.</summary>
/// <param name="issues">Takes what is found.</param>
internal sealed class Names(IssueList issues)
{
    /// <summary>The levels from node to cluster.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Takes what is found.</summary>
    public IssueList Issues => issues;

    /// <summary>The words for several members of a level.</summary>
    public static string Plural(string name) =>
        name.EndsWith('s') || name.EndsWith('x') || name.EndsWith("ch", StringComparison.Ordinal) ? name + "es"
        : name.Length > 1 && name[^1] == 'y' && !"aeiou".Contains(name[^2], StringComparison.Ordinal)
            ? name[..^1] + "ies"
        : name + "s";

    /// <summary>Whether a word counts members of a level.</summary>
    public static bool Counts(string word, string level) =>
        string.Equals(word, level, StringComparison.Ordinal)
        || string.Equals(word, Plural(level), StringComparison.Ordinal)
        || string.Equals(word, level + "s", StringComparison.Ordinal);

    /// <summary>The index of a level that a key names, 0 for nodes; -1 where an issue says why not.</summary>
    /// <param name="level">The checked value; null or broken ones are passed over.</param>
    /// <param name="known">The levels that may stand here.</param>
    /// <returns>The index in <see cref="Levels"/>, or -1.</returns>
    public int Level(Checked? level, IReadOnlyList<string> known)
    {
        if (level?.Value is not string name)
        {
            return -1;
        }

        if (!known.Contains(name, StringComparer.Ordinal))
        {
            var found = $"{level.Path} names {IssueList.Quote(name)}, which is no level here";
            issues.AddName(level.Span, level.Path, found, Suggestion.Sentence(name, [.. known], "Levels here"));
            return -1;
        }

        return Levels.Index().First(entry => string.Equals(entry.Item, name, StringComparison.Ordinal)).Index;
    }
}
