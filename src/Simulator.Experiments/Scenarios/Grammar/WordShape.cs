using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>One of a few words.</summary>
/// <param name="words">The words.</param>
internal sealed class WordShape(params IReadOnlyList<string> words) : ScalarShape
{
    /// <summary>The words in the order of the reference.</summary>
    public IReadOnlyList<string> Words => words;

    /// <inheritdoc/>
    public override string Noun => Suggestion.List(words);

    /// <inheritdoc/>
    public override string Example => words[0];

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        if (words.Contains(text, StringComparer.Ordinal))
        {
            return Parsed.Good(text);
        }

        var nearest = words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        nearest ??= Suggestion.Nearest(text, words);
        return Parsed.Bad(Noun, nearest is null ? "" : $"Did you mean '{nearest}'?");
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
