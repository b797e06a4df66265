using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports;

/// <summary>Nodes as YAML on one line.</summary>
internal static class FlowText
{
    private const string Plain = " %._/+-";

    /// <summary>A node: <c>25%</c>, <c>[1, 5, 20%]</c>, <c>{ lognormal: { median: 90 s, p95: 4 min } }</c>.</summary>
    public static string Of(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => OfScalar(scalar.Text),
            YamlSequence list => $"[{string.Join(", ", list.Items.Select(Of))}]",
            YamlMapping { Pairs.Count: > 0 } map =>
                $"{{ {string.Join(", ", map.Pairs.Select(pair => $"{OfScalar(pair.Key.Text)}: {Of(pair.Value)}"))} }}",
            _ => "{}",
        };

    private static string OfScalar(string text)
    {
        var isPlain =
            text.Length > 0
            && char.IsAsciiLetterOrDigit(text[0])
            && text[^1] != ' '
            && text.All(sign => char.IsAsciiLetterOrDigit(sign) || Plain.Contains(sign, StringComparison.Ordinal));
        return isPlain ? text : $"'{Characters.Display(text).Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
