namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>A map; keys are texts and occur once.</summary>
/// <param name="Span">Its first character.</param>
/// <param name="Pairs">Keys and values in the order of the file.</param>
internal sealed record YamlMapping(TextSpan Span, IReadOnlyList<YamlPair> Pairs) : YamlNode(Span);
