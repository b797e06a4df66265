namespace Simulator.Reporting.Text;

/// <summary>Where text goes: how wide it may be, and whether colours are understood.</summary>
/// <param name="Width">Columns of the terminal; 0 where it is none, so that nothing is wrapped or left out.</param>
/// <param name="UseColour">Whether to write ANSI colours and weights.</param>
public sealed record TextLayout(int Width, bool UseColour = false)
{
    private const int Unlimited = 100_000;
    private const int Narrowest = 40;

    /// <summary>Columns that may be filled.</summary>
    internal int Columns => Width <= 0 ? Unlimited : Math.Max(Narrowest, Width);

    internal string Strong(string text) => Paint(text, "1");

    internal string Faint(string text) => Paint(text, "2");

    internal string Accent(string text) => Paint(text, "36");

    internal string Alarm(string text) => Paint(text, "33");

    /// <summary>A text in lines that fit, broken between words, later lines indented.</summary>
    internal IReadOnlyList<string> Wrap(string text, string first, string later)
    {
        var lines = new List<string>();
        var line = first;
        var isEmpty = true;
        foreach (var word in Words(text, Columns - Math.Max(first.Length, later.Length)))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Columns)
            {
                lines.Add(line);
                (line, isEmpty) = (later, true);
            }

            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The words of a text; one that is wider than a line comes in pieces.</summary>
    private static IEnumerable<string> Words(string text, int width) =>
        Clean(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => word.Length <= width ? [word] : word.Chunk(width).Select(piece => new string(piece)));

    /// <summary>A text without characters that would move the cursor of a terminal.</summary>
    internal static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)) : text;

    /// <summary>A text cut with an ellipsis so that it fits.</summary>
    internal static string Cut(string text, int width) =>
        text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(0, width - 1)), "…");

    private string Paint(string text, string code) => UseColour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
