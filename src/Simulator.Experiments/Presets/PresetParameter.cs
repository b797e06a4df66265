namespace Simulator.Experiments.Presets;

/// <summary>A parameter of a preset as the tool spells it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it takes, with its article.</param>
/// <param name="Default">The tool's default; null where there is none.</param>
/// <param name="IsRequired">Whether the user has to give it.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record PresetParameter(string Name, string Value, string? Default, bool IsRequired, string Meaning);
