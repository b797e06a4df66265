using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Attribution;

/// <summary>Runs several plans on the same replications: the same draws in each, so that differences are of the plans alone.</summary>
/// <param name="Seed">Seed of the study.</param>
/// <param name="Replications">Replications 0 .. R - 1 of every plan, at least 1.</param>
/// <param name="Threads">Threads; changes no result.</param>
/// <param name="Cancellation">Stops between events.</param>
internal sealed record PairedRuns(ulong Seed, int Replications, int Threads, CancellationToken Cancellation)
{
    /// <summary>The makespans in seconds, shape [plans][replications].</summary>
    public double[][] Makespans(IReadOnlyList<UpdatePlan> plans) => Of(plans, record => record.Makespan.Seconds);

    /// <summary>What is read of each run, shape [plans][replications].</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="read">Reads a record, which is overwritten afterwards; called from several threads.</param>
    public T[][] Of<T>(IReadOnlyList<UpdatePlan> plans, Func<RunRecord, T> read)
    {
        var numbers = Enumerable.Range(0, Replications).Select(number => (ulong)number).ToList();
        return new Running.Replications(Seed, numbers, Threads, Cancellation).Of(plans, read);
    }
}
