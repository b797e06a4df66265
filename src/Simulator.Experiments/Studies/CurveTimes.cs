using Simulator.Experiments.Running;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Studies;

/// <summary>The times of a curve by replication and cell, and how they are resampled.</summary>
/// <remarks>A replication that a cell did not run, or did not complete there, is NaN in it. Immutable.</remarks>
internal sealed class CurveTimes
{
    private const ulong BootstrapSeed = 1;
    private const uint BootstrapStep = 0x626F_6F74;

    private readonly StreamKey _stream = StreamKey.Derive(BootstrapSeed, 0);

    /// <summary>Lays out the times.</summary>
    /// <param name="cells">Cells of the curve in the order of N, each completed once at least.</param>
    /// <param name="replications">Those that completed, by index of the cell.</param>
    public CurveTimes(IEnumerable<CellResult> cells, IReadOnlyList<IReadOnlyList<ReplicationResult>> replications)
    {
        var columns = cells
            .Select(cell => replications[cell.Index].ToDictionary(run => run.Replication, run => run.Run.Makespan))
            .ToList();
        Seconds =
        [
            .. columns
                .SelectMany(column => column.Keys)
                .Distinct()
                .Order()
                .Select(number =>
                    (IReadOnlyList<double>)[.. columns.Select(column => column.GetValueOrDefault(number, double.NaN))]
                ),
        ];
    }

    /// <summary>T in seconds, shape [replications][cells].</summary>
    public IReadOnlyList<IReadOnlyList<double>> Seconds { get; }

    /// <summary>The replication that stands at a position of a resample, the same in every run.</summary>
    public int Draw(int resample, int position) =>
        (int)(_stream.Uniform((uint)position, BootstrapStep, 1, (uint)resample) * Seconds.Count);
}
