using System.Text;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios;

/// <summary>The text of a scenario with other values: what is not changed stays as it is, comments and blanks included.</summary>
public static class ScenarioText
{
    /// <summary>Writes values in place of those that stand in the file.</summary>
    /// <param name="scenario">The scenario; what was overridden since it was read is not in its text.</param>
    /// <param name="changes">Key paths of quantities that the file states, with values as the file would write them.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">A path that the file does not state.</exception>
    public static string With(Scenario scenario, IReadOnlyList<(string Path, string Value)> changes)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(changes);
        var source = scenario.Source;
        var root = YamlReader.Read(new IssueList(source))!;
        var places = changes
            .Select(change => (At: Offset(source.Text, SpanOf(root, change.Path)), change.Value))
            .OrderByDescending(place => place.At.Start);
        var text = new StringBuilder(source.Text);
        foreach (var ((start, length), value) in places)
        {
            text.Remove(start, length).Insert(start, value);
        }

        return text.ToString();
    }

    private static TextSpan SpanOf(YamlNode root, string path)
    {
        var node = root;
        foreach (var key in path.Split('.'))
        {
            var item = key.IndexOf('[', StringComparison.Ordinal);
            var name = item < 0 ? key : key[..item];
            node = (node as YamlMapping)?.Pairs.FirstOrDefault(pair => pair.Key.Text == name)?.Value;
            node = item < 0 ? node : (node as YamlSequence)?.Items[int.Parse(key[item..].Trim('[', ']'))];
        }

        return node is YamlScalar scalar
            ? scalar.Span
            : throw new ArgumentException($"'{path}' is no value in the file.", nameof(path));
    }

    private static (int Start, int Length) Offset(string text, TextSpan span)
    {
        var start = 0;
        for (var line = 1; line < span.Line; line++)
        {
            start = text.IndexOfAny(['\r', '\n'], start);
            start += text.AsSpan(start).StartsWith("\r\n") ? 2 : 1;
        }

        return (start + span.Column - 1, span.Length);
    }
}
