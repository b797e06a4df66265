using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>Up to which size the rollout is over in time.</summary>
internal static class DeadlineSentence
{
    /// <summary>One sentence where the scenario has a deadline, else none.</summary>
    public static IEnumerable<string> Of(StudyResult study)
    {
        if (study.DeadlineSeconds is not { } deadline)
        {
            yield break;
        }

        var cells = study
            .Cells.Where(cell => FocusText.Others(study with { Cells = [cell] }) == FocusText.Others(study))
            .OrderBy(cell => cell.Nodes)
            .ToList();
        var kept = cells.TakeWhile(cell => cell.WithinDeadlineShare is 1).ToList();
        var time = $"The deadline of {HumanTime.Of(deadline)}";
        if (kept.Count == cells.Count)
        {
            yield return $"{time} is kept in every run{(cells.Count > 1 ? " at every tested size" : "")}.";
            yield break;
        }

        var first = cells[kept.Count];
        var missed =
            $"in {HumanShare.Of(1 - (first.WithinDeadlineShare ?? 0))} of the runs at N = {HumanCount.Of((long)first.Nodes)}";
        yield return kept.Count > 0
            ? $"{time} is kept in every run up to N = {HumanCount.Of((long)kept[^1].Nodes)} and missed {missed}."
            : $"{time} is missed {missed}{(cells.Count > 1 ? ", the smallest size tested" : "")}.";
    }
}
