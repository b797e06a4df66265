using System.Text;
using Simulator.Experiments.Imports;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Imports;

/// <summary>An imported strategy as the section <c>rollout</c> of a scenario; comments say where each value comes from.</summary>
public static class RolloutText
{
    // comments stand inside the section, so that they go with it where it is replaced
    private const string Margin = "  ";
    private const string Indent = "      ";

    // a file has the same lines whatever terminal it was made at
    private static readonly TextLayout Page = new(80);

    /// <summary>The section.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="kept">Further keys of the section, with values as YAML on one line.</param>
    /// <returns>Lines of at most 80 characters where words allow, each ends with <c>\n</c>.</returns>
    public static string Of(ImportedStrategy strategy, IReadOnlyList<(string Key, string Value)> kept)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(kept);
        var text = new StringBuilder();
        text.Append("rollout:\n");
        Comment(text, Margin, $"Imported from {strategy.Subject} at {strategy.At.File}:{strategy.At.Line}.");
        Comment(text, Margin, $"What the parameters mean: o1sim presets {strategy.Preset}");
        text.Append("  preset:\n    ").Append(strategy.Preset).Append(":\n");
        var width = strategy.Parameters.Select(parameter => Spelling(parameter).Length).DefaultIfEmpty().Max();
        foreach (var parameter in strategy.Parameters)
        {
            Append(text, parameter, width);
        }

        foreach (var (key, value) in kept)
        {
            text.Append(Margin).Append(key).Append(": ").Append(value).Append("  # kept\n");
        }

        if (strategy.Notes.Count > 0)
        {
            Comment(text, Margin, "Not carried over:");
        }

        foreach (var note in strategy.Notes)
        {
            AppendLines(text, Page.Wrap(note.Sentence, Margin + "# - ", Margin + "#   "));
        }

        return text.ToString();
    }

    /// <summary>What is missing, as a clause with the option that gives it.</summary>
    internal static string Need(ImportedParameter parameter) =>
        $"{parameter.Name} has to be given (--set {parameter.Name}=VALUE): {parameter.Remark}";

    private static void Append(StringBuilder text, ImportedParameter parameter, int width)
    {
        if (parameter.Value is null)
        {
            Comment(text, Indent, Need(parameter) + ".");
            return;
        }

        var spelling = Spelling(parameter);
        var origin = Origin(parameter);
        if (Indent.Length + width + 4 + origin.Length > Page.Width)
        {
            Comment(text, Indent, origin);
            text.Append(Indent).Append(spelling).Append('\n');
            return;
        }

        text.Append(Indent).Append(spelling.PadRight(width)).Append("  # ").Append(origin).Append('\n');
    }

    private static string Spelling(ImportedParameter parameter) => $"{parameter.Name}: {parameter.Value}";

    private static string Origin(ImportedParameter parameter) =>
        parameter switch
        {
            { Origin: ParameterOrigin.Set } => "--set",
            { At: null } => $"default: {parameter.Remark}",
            { Remark.Length: > 0 } => $"{parameter.At.File}:{parameter.At.Line}, {parameter.Remark}",
            _ => $"{parameter.At.File}:{parameter.At.Line}",
        };

    private static void Comment(StringBuilder text, string indent, string words) =>
        AppendLines(text, Page.Wrap(words, indent + "# ", indent + "# "));

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
