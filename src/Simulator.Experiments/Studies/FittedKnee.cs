using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Running;

namespace Simulator.Experiments.Studies;

/// <summary>
/// The statistical reading of N*: the knee of the curve, where the law chosen for it has one, given to the limit that is
/// seen to bite nearest to it.
/// </summary>
internal static class FittedKnee
{
    /// <summary>The register with the fit added to one of its rows; unchanged where the curve shows no knee.</summary>
    /// <param name="rows">The register.</param>
    /// <param name="law">The law of the curve; a smooth one has no knee.</param>
    /// <param name="curve">Cells in the order of N.</param>
    /// <param name="replications">Of all cells of the study, by index.</param>
    public static IReadOnlyList<ThresholdResult> AddTo(
        IReadOnlyList<ThresholdResult> rows,
        ScalingFit? law,
        IReadOnlyList<CellResult> curve,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> replications
    )
    {
        var seen = rows.Where(row => row.SeenFrom is not null).ToList();
        if (law?.Chosen?.Law.Form != GrowthForm.Hinge || seen.Count == 0)
        {
            return rows;
        }

        var times = new CurveTimes(curve, replications);
        var sizes = curve.Select(cell => (double)cell.Nodes).ToList();
        if (HingeInterval.Fit(sizes, times.Seconds, times.Draw) is not { } knee)
        {
            return rows;
        }

        var nearest = seen.MinBy(row => Math.Abs(Math.Log((row.Event ?? row.SeenFrom!.Value) / knee.Position)))!;
        var fitted = nearest with { Fit = knee.Position, FitLower = knee.Lower, FitUpper = knee.Upper };
        return [.. rows.Select(row => row == nearest ? fitted : row)];
    }
}
