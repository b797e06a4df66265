namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>A key and what belongs to it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">Its value; a scalar without text where nothing follows the key.</param>
internal sealed record YamlPair(YamlScalar Key, YamlNode Value);
