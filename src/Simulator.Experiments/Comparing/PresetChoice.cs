using Simulator.Experiments.Presets;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Comparing;

/// <summary>A preset as it is written on a command line: its id, and in brackets what differs from its defaults.</summary>
/// <param name="Text">As it was written, such as <c>ansible-serial(serial: 20%)</c>.</param>
/// <param name="Id">The preset.</param>
/// <param name="Rollout">What it becomes below <c>rollout</c>.</param>
internal sealed record PresetChoice(string Text, string Id, YamlMapping Rollout)
{
    private static readonly TextSpan Nowhere = TextSpan.Start with { Length = 0 };

    /// <summary>Reads a list whose commas outside brackets part it; empty where there is nothing.</summary>
    /// <exception cref="CompareException">An unknown preset, or brackets that hold no parameters.</exception>
    public static IReadOnlyList<PresetChoice> Read(string texts) => [.. Parts(texts).Select(One)];

    /// <summary>The scenario under this preset; unit and the time of a surge node stay those of the scenario.</summary>
    /// <exception cref="CompareException">A parameter is missing, unknown or out of range.</exception>
    public Scenario PutInto(Scenario scenario)
    {
        try
        {
            var changed = scenario.WithRollout(Rollout, "unit");
            return changed.Model.Rollout.Limit?.Surge is { Value: > 0 }
                ? scenario.WithRollout(Rollout, "unit", "provision")
                : changed;
        }
        catch (ScenarioException refused)
        {
            throw new CompareException(
                $"--presets has '{Text}', which does not fit {scenario.File}: {string.Join("; ", refused.Issues.Select(Sentence))} 'o1sim presets {Id}' lists its parameters."
            );
        }
    }

    private static PresetChoice One(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var id = open < 0 ? text : text[..open].TrimEnd();
        if (PresetCatalogue.Find(id) is null)
        {
            throw new CompareException($"--presets has '{id}', which is no preset. {PresetCatalogue.Suggest(id)}");
        }

        var parameters = open < 0 ? "" : text[(open + 1)..].TrimEnd();
        var issues = new IssueList(new SourceText("--presets", $"preset: {{ {id}: {{ {parameters.TrimEnd(')')} }} }}"));
        if ((open >= 0 && !parameters.EndsWith(')')) || YamlReader.Read(issues) is not { } rollout)
        {
            throw new CompareException(
                $"--presets has '{text}': parameters stand in brackets, as in 'ansible-serial(serial: 20%, forks: 50)'."
            );
        }

        return new PresetChoice(text, id, (YamlMapping)Moved(rollout));
    }

    private static IEnumerable<string> Parts(string texts)
    {
        var (depth, start) = (0, 0);
        for (var place = 0; place <= texts.Length; place++)
        {
            var sign = place < texts.Length ? texts[place] : ',';
            depth += sign is '(' or '[' or '{' ? 1 : 0;
            depth -= sign is ')' or ']' or '}' ? 1 : 0;
            if (sign != ',' || (depth > 0 && place < texts.Length))
            {
                continue;
            }

            if (texts[start..place].Trim() is { Length: > 0 } part)
            {
                yield return part;
            }

            start = place + 1;
        }
    }

    /// <summary>The same without places in a text: it stands in none.</summary>
    private static YamlNode Moved(YamlNode node) =>
        node switch
        {
            YamlMapping map => new YamlMapping(
                Nowhere,
                [.. map.Pairs.Select(pair => new YamlPair((YamlScalar)Moved(pair.Key), Moved(pair.Value)))]
            ),
            YamlSequence list => new YamlSequence(Nowhere, [.. list.Items.Select(Moved)]),
            _ => node with { Span = Nowhere },
        };

    private static string Sentence(Issue issue) =>
        string.Join(
            ' ',
            (
                (string[])
                    [issue.Expected.Length > 0 ? $"{issue.Found}: {issue.Expected}." : $"{issue.Found}.", issue.Cure]
            ).Where(part => part.Length > 0)
        );
}
