using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>Reads a filled questionnaire in YAML: <c>answers</c>, a list of maps with the columns of the CSV form.</summary>
internal static class AnswerYaml
{
    /// <summary>The rows of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <exception cref="ScenarioException">It is no YAML; the message says where.</exception>
    /// <exception cref="ElicitException">It is no list of answers.</exception>
    public static IReadOnlyList<AnswerRow> Read(string text, string file)
    {
        var issues = new IssueList(new SourceText(file, text));
        YamlMapping? root;
        try
        {
            root = YamlReader.Read(issues);
        }
        catch (RefusedException)
        {
            root = null;
        }

        if (root is null || issues.Found.Count > 0)
        {
            throw new ScenarioException(issues.Found);
        }

        var list = root.Pairs.FirstOrDefault(pair => pair.Key.Text == "answers")?.Value as YamlSequence;
        return list is null
            ? throw new ElicitException($"{file}: 'answers:' with a list is needed")
            : [.. list.Items.Select(item => Row(item, file))];
    }

    private static AnswerRow Row(YamlNode item, string file)
    {
        if (item is not YamlMapping map)
        {
            throw new ElicitException($"{file}:{item.Span.Line}: an answer is a map, such as '- question: PATH'");
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Pairs)
        {
            cells[key.Text] = (value as YamlScalar)?.Text.Trim() ?? "";
        }

        return new AnswerRow(file, item.Span.Line, cells);
    }
}
