using System.Globalization;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Studies;

/// <summary>What a reader should know before believing a study.</summary>
internal static class StudyWarnings
{
    private const int Indicative = 30;

    public static IReadOnlyList<string> Of(Scenario scenario, bool isSweep, IReadOnlyList<CellResult> cells)
    {
        var warnings = new List<string>();
        if (!isSweep && scenario.Sweep.Axes.Count > 0)
        {
            warnings.Add("The scenario's sweep was ignored: 'run' answers one size.");
        }

        var few = cells.Count(cell => cell.Replications < Indicative);
        if (few > 0)
        {
            warnings.Add(
                Text($"{few} of {cells.Count} cells have fewer than {Indicative} replications: indicative only.")
            );
        }

        var loose = cells.Where(cell => !cell.IsPrecise).ToList();
        if (loose.Count > 0)
        {
            var goal = scenario.Goals.Precision * 100;
            warnings.Add(
                Text(
                    $"{loose.Count} of {cells.Count} cells miss the precision of {goal:0.##} %, first at N = {loose[0].Nodes}."
                )
            );
        }

        foreach (var step in scenario.Model.Update.Steps)
        {
            if (step.Takes is DurationSpec.Drawn drawn && double.IsPositiveInfinity(drawn.Law.Variance))
            {
                warnings.Add(
                    $"Step '{step.Name}' has infinite variance: means do not settle; read the quantiles instead."
                );
            }
        }

        return warnings;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
