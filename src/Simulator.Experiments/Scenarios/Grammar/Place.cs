using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>Where in a scenario something stands, and where issues about it go.</summary>
/// <param name="Path">The key path from the top; empty at the top.</param>
/// <param name="Key">The key that leads here, or the item itself in a list.</param>
/// <param name="Issues">Takes what is found.</param>
internal sealed record Place(string Path, TextSpan Key, IssueList Issues)
{
    /// <summary>The path as the subject of a sentence.</summary>
    public string Subject => Path.Length == 0 ? "the scenario" : Path;

    /// <summary>The place of a key in the map here.</summary>
    public Place At(YamlScalar key) => this with { Path = Join(key.Text), Key = key.Span };

    /// <summary>The place of an item in the list here.</summary>
    public Place At(int index, YamlNode item) => this with { Path = $"{Path}[{index}]", Key = item.Span };

    /// <summary>The path of a key in the map here.</summary>
    public string Join(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
