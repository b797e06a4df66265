namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>The text of a scenario and the name under which the user knows it.</summary>
internal sealed class SourceText
{
    private readonly Lazy<string[]> _lines;

    /// <summary>Takes a text.</summary>
    /// <param name="name">The file as the user named it.</param>
    /// <param name="text">Its characters.</param>
    public SourceText(string name, string text)
    {
        (Name, Text) = (name, text);
        _lines = new Lazy<string[]>(() => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None));
    }

    /// <summary>The file as the user named it.</summary>
    public string Name { get; }

    /// <summary>All characters.</summary>
    public string Text { get; }

    /// <summary>All lines, without their ends.</summary>
    public IReadOnlyList<string> Lines => _lines.Value;

    /// <summary>A line from 1 on; empty beyond the last.</summary>
    public string LineAt(int line) => line <= Lines.Count ? Lines[line - 1] : "";

    /// <summary>The first comment line that is not addressed to an editor; null where there is none.</summary>
    public string? FirstComment()
    {
        foreach (var line in Lines)
        {
            var comment = line.TrimStart();
            if (!comment.StartsWith('#'))
            {
                continue;
            }

            var words = comment.TrimStart('#').Trim();
            if (words.Length > 0 && !IsModeline(words))
            {
                return words;
            }
        }

        return null;
    }

    private static bool IsModeline(string words) =>
        words.StartsWith("yaml-language-server:", StringComparison.Ordinal)
        || words.StartsWith("$schema", StringComparison.Ordinal)
        || words.StartsWith("-*-", StringComparison.Ordinal)
        || words.StartsWith("vim:", StringComparison.Ordinal)
        || words.StartsWith("vi:", StringComparison.Ordinal)
        || words.StartsWith("ex:", StringComparison.Ordinal)
        || words.StartsWith("kate:", StringComparison.Ordinal)
        || words.StartsWith("code:", StringComparison.Ordinal);
}
