using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The blast radius of a defective version: how many nodes it reached, and on how many it stays.</summary>
internal static class BlastSentence
{
    /// <summary>The sentence; none where the scenario has no defect.</summary>
    public static IEnumerable<string> Of(CellResult cell)
    {
        if (cell is { DefectiveNodesMean: { } bad, ReachedNodesMean: { } reached })
        {
            var p95 = cell.DefectiveNodesP95 is { } most ? $" (P95 {HumanCount.Of(most)})" : "";
            yield return $"The defective version reached {HumanCount.Of(reached)} of {HumanCount.Nodes(cell.Nodes)} and is bad on"
                + $" {HumanCount.Of(bad)}{p95}, in the mean of the runs; {Stops(cell)}.";
        }
    }

    private static string Stops(CellResult cell) =>
        cell.CompletedShare switch
        {
            0 => "every run was stopped before it came to all",
            1 => "no run was stopped before it came to all",
            { } share => $"{HumanShare.Of(1 - share)} of the runs were stopped before they came to all",
        };
}
