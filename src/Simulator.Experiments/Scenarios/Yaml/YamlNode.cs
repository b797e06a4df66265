namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>A piece of YAML with the place where it stands.</summary>
/// <param name="Span">The scalar itself, or the first character of a list or map.</param>
internal abstract record YamlNode(TextSpan Span);
