using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports;

/// <summary>A scenario that gets another section <c>rollout</c>; all other lines stay as they are.</summary>
public sealed class BaseScenario
{
    private readonly SourceText _source;
    private readonly YamlMapping _root;
    private readonly string _folder;

    private BaseScenario(Scenario scenario, string path)
    {
        _source = scenario.Source;
        _root = YamlReader.Read(new IssueList(_source))!;
        _folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
    }

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ScenarioException">It is no sound scenario.</exception>
    /// <exception cref="ImportException">It is one flow map, so that its sections have no lines of their own.</exception>
    public static BaseScenario Read(string path)
    {
        var scenario = new BaseScenario(ScenarioFile.Read(path), path);
        var at = scenario._root.Span;
        if (scenario._source.LineAt(at.Line)[at.Column - 1] != '{')
        {
            return scenario;
        }

        const string Cure = "Write each of its sections on lines of its own.";
        throw new ImportException([
            new Issue(
                path,
                at.Line,
                at.Column,
                "",
                "the scenario stands between braces",
                "its rollout cannot be replaced",
                Cure
            ),
        ]);
    }

    /// <summary>What of the old rollout describes the cluster and not the tool: <c>unit</c>, and <c>provision</c> where nodes are added.</summary>
    /// <param name="strategy">What comes in its place.</param>
    /// <returns>Keys, and values as YAML on one line.</returns>
    public IReadOnlyList<(string Key, string Value)> Kept(ImportedStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var pairs = (Rollout()?.Value as YamlMapping)?.Pairs ?? [];
        return
        [
            .. pairs
                .Where(pair => pair.Key.Text is "unit" || (pair.Key.Text is "provision" && strategy.AddsNodes))
                .Select(pair => (pair.Key.Text, FlowText.Of(pair.Value))),
        ];
    }

    /// <summary>The text with another rollout, which was read back and found sound.</summary>
    /// <param name="block">The section with its key, lines that end with <c>\n</c>.</param>
    /// <returns>The text, with the line ends of the scenario.</returns>
    /// <exception cref="ScenarioException">The rollout does not fit the rest; places are those of the new text.</exception>
    public string With(string block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var end = _source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = _source.Lines;
        var (first, last) = Place();
        string[] gap = first == last ? [""] : [];
        var text = string.Join(
            end,
            [.. lines.Take(first), .. gap, .. block.TrimEnd('\n').Split('\n'), .. lines.Skip(last)]
        );
        text = text.EndsWith('\n') ? text : text + end;
        ScenarioFile.Parse(text, $"{_source.Name} with the imported rollout", _folder);
        return text;
    }

    private YamlPair? Rollout() => _root.Pairs.FirstOrDefault(pair => pair.Key.Text is "rollout");

    /// <summary>Lines before the section, and lines up to its end: the same number, the end of the text, where there is none.</summary>
    private (int First, int Last) Place()
    {
        var lines = _source.Lines;
        var last = lines.Count - (lines[^1].Length == 0 ? 1 : 0);
        if (Rollout() is not { } rollout)
        {
            return (last, last);
        }

        var first = rollout.Key.Span.Line - 1;
        var after = _root.Pairs.SkipWhile(pair => pair != rollout).Skip(1).FirstOrDefault();
        last = after is null ? last : after.Key.Span.Line - 1;
        // comments at the margin belong to what follows
        while (last > first + 1 && (lines[last - 1].Trim().Length == 0 || lines[last - 1].StartsWith('#')))
        {
            last--;
        }

        return (first, last);
    }
}
