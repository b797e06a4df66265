using System.Globalization;
using System.Text;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios;

/// <summary>The one place where issues become text.</summary>
public static class Issues
{
    private const int Shown = 100;
    private const int Window = 100;

    /// <summary>All issues in the order of the file, each with its place, and a closing line with their number.</summary>
    /// <param name="issues">At least one issue, in any order.</param>
    /// <returns>Lines that end with <c>\n</c>, the last one included.</returns>
    public static string Format(IReadOnlyList<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        var text = new StringBuilder();
        foreach (var issue in Sorted(issues).Take(Shown))
        {
            Write(text, issue);
        }

        if (issues.Count > Shown)
        {
            text.Append("... and ").Append((issues.Count - Shown).ToString("N0")).Append(" more.\n");
        }

        var count = issues.Count.ToString("N0", CultureInfo.InvariantCulture);
        return text.Append(count)
            .Append(issues.Count == 1 ? " error" : " errors")
            .Append(", nothing was run.\n")
            .ToString();
    }

    /// <summary>Issues file by file, in the order of each; those of one place stay in the order in which they were found.</summary>
    internal static IReadOnlyList<Issue> Sorted(IEnumerable<Issue> issues) =>
        [
            .. issues
                .GroupBy(issue => issue.File, StringComparer.Ordinal)
                .SelectMany(file => file.OrderBy(issue => issue.Line).ThenBy(issue => issue.Column)),
        ];

    private static void Write(StringBuilder text, Issue issue)
    {
        text.Append(CultureInfo.InvariantCulture, $"{issue.File}:{issue.Line}:{issue.Column}: {issue.Found}");
        text.Append(issue.Expected.Length == 0 ? "." : $" – {issue.Expected}.");
        if (issue.Source is null)
        {
            text.Append(issue.Cure.Length == 0 ? "" : " " + issue.Cure).Append('\n');
            return;
        }

        text.Append('\n');
        WriteSource(text, issue);
        if (issue.Other is { Source: not null })
        {
            WriteSource(text, issue.Other);
        }

        text.Append(issue.Cure.Length == 0 ? "" : $"   {issue.Cure}\n");
    }

    private static void WriteSource(StringBuilder text, Issue issue)
    {
        var source = issue.Source!;
        var column = Math.Min(issue.Column - 1, source.Length);
        var start = source.Length <= Window ? 0 : Math.Clamp(column - (Window / 2), 0, source.Length - Window);
        var length = Math.Min(Window, source.Length - start);
        var width = Math.Clamp(issue.Width, 1, Math.Max(1, start + length - column));
        var number = issue.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var (head, tail) = (start > 0 ? "..." : "", start + length < source.Length ? "..." : "");
        text.Append(number)
            .Append(" | ")
            .Append(head)
            .Append(Characters.Display(source.AsSpan(start, length)))
            .Append(tail)
            .Append('\n');
        text.Append("      | ").Append(' ', head.Length + column - start).Append('^', width).Append('\n');
    }
}
