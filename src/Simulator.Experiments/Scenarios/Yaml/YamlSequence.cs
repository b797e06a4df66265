namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>A list.</summary>
/// <param name="Span">Its first character.</param>
/// <param name="Items">What it holds.</param>
internal sealed record YamlSequence(TextSpan Span, IReadOnlyList<YamlNode> Items) : YamlNode(Span);
