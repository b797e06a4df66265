using System.Globalization;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Studies;

/// <summary>What a reader should know before believing a study.</summary>
internal static class StudyWarnings
{
    private const int Indicative = 30;

    public static IReadOnlyList<string> Of(Scenario scenario, string command, IReadOnlyList<CellResult> cells)
    {
        var warnings = new List<string>();
        if (!Cell.IsSweep(command) && scenario.Sweep.Axes.Count > 0)
        {
            warnings.Add($"The scenario's sweep was ignored: '{command}' answers one size.");
        }

        var few = cells.Count(cell => cell.Replications < Indicative);
        if (few > 0)
        {
            var have = few == 1 ? "has" : "have";
            warnings.Add(
                Text($"{few} of {Cells(cells)} {have} fewer than {Indicative} replications: indicative only.")
            );
        }

        foreach (var cell in cells.Where(cell => cell.CompletedShare < 1))
        {
            var halted = cell.Runs.Where(run => run.Run.Halt != HaltCause.None).ToList();
            var reasons = halted.GroupBy(run => run.Run.Halt).OrderByDescending(group => group.Count());
            var skipped = halted.Average(run => (double)run.Run.SkippedNodes);
            warnings.Add(
                Text(
                    $"N = {cell.Nodes}: {halted.Count} of {cell.Replications} rollouts stopped early ({string.Join("; ", reasons.Select(Reason))}), {skipped:0.#} nodes not reached on average; they are left out of the mean of T."
                )
            );
        }

        var loose = cells.Where(cell => !cell.IsPrecise).ToList();
        if (loose.Count > 0)
        {
            var goal = scenario.Goals.Precision * 100;
            warnings.Add(
                Text(
                    $"{loose.Count} of {Cells(cells)} {(loose.Count == 1 ? "misses" : "miss")} the precision of {goal:0.##} %, first at N = {loose[0].Nodes}."
                )
            );
        }

        var steps = scenario.Model.Update.Steps;
        var first = steps.ToList().FindIndex(step => !step.InService);
        foreach (var step in steps.Skip(first < 0 ? steps.Count : first).Where(step => step.InService))
        {
            warnings.Add(
                $"Step '{step.Name}' is in service but declared after '{steps[first].Name}', which is not: its nodes count as out of service."
            );
        }

        foreach (var step in steps)
        {
            if (step.Takes is DurationSpec.Drawn drawn && double.IsPositiveInfinity(drawn.Law.Variance))
            {
                warnings.Add(
                    $"Step '{step.Name}' has infinite variance: means do not settle; read the quantiles instead."
                );
            }
        }

        warnings.AddRange(steps.Select((step, index) => Storm(step, index, cells)).OfType<string>());
        return warnings;
    }

    /// <summary>Clients that come again sooner than they can be served keep a station busy with work that nobody gets.</summary>
    private static string? Storm(StepSpec step, int index, IReadOnlyList<CellResult> cells)
    {
        foreach (var cell in cells)
        {
            var runs = cell.Runs.Select(run => run.Run.Steps[index]).ToList();
            var (lost, done) = (runs.Average(run => run.BrokenOff), runs.Average(run => run.Work));
            if (lost > done)
            {
                return Text(
                    $"At N = {cell.Nodes}, more work of step '{step.Name}' was lost to time-outs than done, {lost / 3600:0.#} h against {done / 3600:0.#} h: a retry storm. Fewer at once, a longer time-out, or growing pauses with jitter let it drain."
                );
            }
        }

        return null;
    }

    private static string Reason(IGrouping<HaltCause, ReplicationResult> halted) =>
        halted.Key switch
        {
            HaltCause.Errors => "more failures than allowed",
            HaltCause.Gate => "a health gate failed",
            HaltCause.Deadline => "no progress before the deadline",
            _ => "failed nodes hold all places",
        } + (halted.Count() == 1 ? ", once" : Text($", {halted.Count()} times"));

    private static string Cells(IReadOnlyList<CellResult> cells) =>
        cells.Count == 1 ? "1 cell" : Text($"{cells.Count} cells");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
