using System.Globalization;

namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>Refuses characters that a reader of the file cannot see, or that make it see something else.</summary>
internal static class Characters
{
    private const int Reported = 20;

    /// <summary>Whether a UTF-16 code unit is visible, or a plain blank, and not half of a pair.</summary>
    public static bool IsHarmless(char character) =>
        !char.IsSurrogate(character)
        && char.GetUnicodeCategory(character)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
            );

    /// <summary>Reports characters that may not stand anywhere in a scenario, and tabs that indent.</summary>
    /// <param name="issues">Takes what is found, at most 20 places.</param>
    public static void Check(IssueList issues)
    {
        var (line, start, isIndent, text) = (1, 0, true, issues.Source.Text);
        for (var index = 0; index < text.Length && issues.Found.Count < Reported; index++)
        {
            var character = text[index];
            if (character is '\n' or '\r')
            {
                line += character == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 0 : 1;
                (start, isIndent) = (index + 1, true);
                continue;
            }

            var at = new TextSpan(line, index - start + 1, 1);
            if (character == '\t' && isIndent)
            {
                issues.Add(at, "", "a tab stands in the indentation", "blanks are needed", "Write two blanks.");
            }
            else if (IsPair(text, index))
            {
                index++;
            }
            else if (character != '\t' && !IsHarmless(character))
            {
                issues.Add(at, "", $"the character U+{(int)character:X4} stands here", Reason(character), Cure(index));
            }

            isIndent &= character is ' ' or '\t';
        }
    }

    /// <summary>Whether a text that came out of quotes and escapes holds nothing that is refused in the file itself.</summary>
    public static bool AreHarmless(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (IsPair(text, index))
            {
                index++;
            }
            else if (text[index] is not ('\n' or '\t') && !IsHarmless(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A piece of a line as it may be shown on a terminal: as long as before, with stand-ins for what is refused.</summary>
    public static string Display(ReadOnlySpan<char> text)
    {
        var shown = text.ToArray();
        for (var index = 0; index < shown.Length; index++)
        {
            if (IsPair(text, index))
            {
                index++;
            }
            else if (!IsHarmless(shown[index]))
            {
                shown[index] = shown[index] == '\t' ? ' ' : '\uFFFD';
            }
        }

        return new string(shown);
    }

    private static bool IsPair(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    private static string Reason(char character) =>
        char.IsSurrogate(character) ? "it is half of a pair and means nothing alone"
        : character == '\uFEFF' ? "it is a byte order mark, which is not needed"
        : "it is invisible or changes how the line is displayed";

    private static string Cure(int index) =>
        index == 0 ? "Save the file as UTF-8 without byte order mark." : "Remove it.";
}
