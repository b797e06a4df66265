using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Running;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Studies;

/// <summary>
/// The statistical reading of N*: the knee of the curve, where the law chosen for it has one, given to the limit that is
/// seen to bite nearest to it.
/// </summary>
internal static class FittedKnee
{
    private const ulong BootstrapSeed = 1;
    private const uint BootstrapStep = 0x626F_6F74;

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

        var times = Times(curve, replications);
        var stream = StreamKey.Derive(BootstrapSeed, 0);
        int Draw(int resample, int position) =>
            (int)(stream.Uniform((uint)position, BootstrapStep, 1, (uint)resample) * times.Count);
        if (HingeInterval.Fit([.. curve.Select(cell => (double)cell.Nodes)], times, Draw) is not { } knee)
        {
            return rows;
        }

        var nearest = seen.MinBy(row => Math.Abs(Math.Log((row.Event ?? row.SeenFrom!.Value) / knee.Position)))!;
        var fitted = nearest with { Fit = knee.Position, FitLower = knee.Lower, FitUpper = knee.Upper };
        return [.. rows.Select(row => row == nearest ? fitted : row)];
    }

    /// <summary>T by replication and cell, over the replications that all cells have.</summary>
    private static List<IReadOnlyList<double>> Times(
        IReadOnlyList<CellResult> curve,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> replications
    )
    {
        var common = curve.Min(cell => replications[cell.Index].Count);
        return
        [
            .. Enumerable
                .Range(0, common)
                .Select(replication =>
                    (IReadOnlyList<double>)[.. curve.Select(cell => replications[cell.Index][replication].Run.Makespan)]
                ),
        ];
    }
}
