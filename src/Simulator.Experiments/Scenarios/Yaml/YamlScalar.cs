namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>A text; whether it is a number or a duration is for the grammar to say, never for YAML.</summary>
/// <param name="Span">Where it stands, quotes included.</param>
/// <param name="Text">The text without quotes and escapes.</param>
internal sealed record YamlScalar(TextSpan Span, string Text) : YamlNode(Span);
