using Simulator.Experiments.Linting;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Linting;

/// <summary>Findings for people at a terminal, each with its place and its cure.</summary>
public static class LintText
{
    /// <summary>Writes findings and, at the end, how many there are.</summary>
    /// <param name="results">What was found, scenario by scenario.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(IReadOnlyList<LintResult> results, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        foreach (var result in results)
        {
            foreach (var finding in result.Findings)
            {
                Write(result, finding, writer, layout);
            }
        }

        var all = results.SelectMany(result => result.Findings).ToList();
        var files = results.Count == 1 ? "1 scenario" : $"{HumanCount.Of(results.Count)} scenarios";
        foreach (var line in layout.Wrap($"{Summary(all)} in {files}; nothing was run.", "", ""))
        {
            writer.WriteLine(line);
        }
    }

    private static void Write(LintResult result, Finding finding, TextWriter writer, TextLayout layout)
    {
        var word = LintTables.Word(finding.Severity);
        var head = $"{result.Scenario.File}:{finding.Line}:{finding.Column}: {word} [{finding.Rule}] {finding.Path}";
        foreach (var line in layout.Wrap(head, "", ""))
        {
            writer.WriteLine(finding.Severity == Severity.Note ? layout.Accent(line) : layout.Alarm(line));
        }

        foreach (var line in layout.Wrap(Sentence(finding.Sentence), "  ", "  "))
        {
            writer.WriteLine(line);
        }

        if (finding.Fix.Length > 0)
        {
            foreach (var line in layout.Wrap($"Cure: {finding.Fix}.", "  ", "  "))
            {
                writer.WriteLine(layout.Strong(line));
            }
        }

        writer.WriteLine();
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private static string Summary(List<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return "No findings";
        }

        var parts =
            from severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Note]
            let count = findings.Count(finding => finding.Severity == severity)
            where count > 0
            select $"{HumanCount.Of(count)} {LintTables.Word(severity)}{(count == 1 ? "" : "s")}";
        return string.Join(", ", parts);
    }
}
