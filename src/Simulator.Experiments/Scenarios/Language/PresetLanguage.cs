using Simulator.Experiments.Presets;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>The strategies of tools: one key each, with the tool's own parameters below it.</summary>
internal static class PresetLanguage
{
    /// <summary>Exactly one preset.</summary>
    public static readonly MapShape Preset = new(
        "a preset",
        () =>
            [
                .. PresetCatalogue.All.Select(preset => new Field(preset.Id, preset.Shape, preset.Summary)
                {
                    Example = preset.Shape.Example,
                }),
            ]
    )
    {
        OneOf = [.. PresetCatalogue.All.Select(preset => preset.Id)],
    };
}
