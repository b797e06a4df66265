using Simulator.Experiments.Presets;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Linting;

/// <summary>Figures of a preset that nobody documents: the user gave them, and the answer is as good as they are.</summary>
internal static class FigureRule
{
    public static IEnumerable<Finding> Find(LintScope scope)
    {
        if (scope.Root["rollout"]?["preset"] is not { Shape: MapShape shape } preset)
        {
            return [];
        }

        var id = shape.ChoiceOf(preset)!;
        return PresetCatalogue
            .Pages.First(page => page.Id == id)
            .Parameters.Where(parameter => parameter.IsRequired)
            .Select(parameter => preset[id]![parameter.Name]!)
            .Select(value =>
                LintScope.At(
                    value,
                    "undocumented",
                    Severity.Note,
                    null,
                    ($"no default of {value.Path} can be vouched for: the answer is as good as this figure", "")
                )
            );
    }
}
