using System.Diagnostics.CodeAnalysis;

namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>Leaves the reading of a text after an issue was written down.</summary>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves YamlReader.")]
internal sealed class RefusedException : Exception;
