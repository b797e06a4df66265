using System.Text;
using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A name that the author gives: kebab-case, so that it is one word in paths, columns and messages.</summary>
/// <param name="example">A name that fits.</param>
internal sealed class NameShape(string example) : ScalarShape
{
    /// <summary>The longest name.</summary>
    public const int Longest = 64;

    /// <inheritdoc/>
    public override string Noun => $"a name of small letters, digits and single hyphens, up to {Longest} characters,";

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        if (IsName(text))
        {
            return Parsed.Good(text);
        }

        var meant = Meant(text);
        return Parsed.Bad(Noun, IsName(meant) ? $"Write '{meant}'." : $"Write '{example}', for example.");
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = Patterns.Name,
            ["maxLength"] = Longest,
        };

    private static bool IsName(string text) =>
        text.Length is > 0 and <= Longest
        && char.IsAsciiLetterLower(text[0])
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(character =>
            character == '-' || char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)
        );

    private static string Meant(string text)
    {
        var meant = new StringBuilder();
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, Longest + 1)))
        {
            var isWord = char.IsAsciiLetterOrDigit(character);
            if (isWord)
            {
                meant.Append(char.ToLowerInvariant(character));
            }
            else if (meant.Length > 0 && meant[^1] != '-')
            {
                meant.Append('-');
            }
        }

        return meant.ToString().TrimEnd('-');
    }
}
