using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Running;

/// <summary>Which replications are run again, and how; results come in their order, whatever the number of threads.</summary>
/// <param name="Seed">Seed of the study.</param>
/// <param name="Numbers">The replications.</param>
/// <param name="Threads">Threads; changes no result.</param>
/// <param name="Cancellation">Stops between events.</param>
internal sealed record Replications(
    ulong Seed,
    IReadOnlyList<ulong> Numbers,
    int Threads,
    CancellationToken Cancellation
)
{
    /// <summary>What is read of each run, shape [plans][replications]; the same draws in each plan.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="read">Reads a record, which is overwritten afterwards; called from several threads.</param>
    public T[][] Of<T>(IReadOnlyList<UpdatePlan> plans, Func<RunRecord, T> read)
    {
        var results = plans.Select(_ => new T[Numbers.Count]).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation };
        Parallel.For(
            0,
            plans.Count * Numbers.Count,
            parallel,
            () => (RunRecord?)null,
            (job, _, recycled) =>
            {
                var (plan, index) = (job / Numbers.Count, job % Numbers.Count);
                var record = Rollout.Run(plans[plan], Seed, Numbers[index], recycled, Cancellation);
                results[plan][index] = read(record);
                return record;
            },
            _ => { }
        );
        return results;
    }

    /// <summary>The makespans of one plan in seconds, shape [replications].</summary>
    public double[] Makespans(UpdatePlan plan) => Of([plan], record => record.Makespan.Seconds)[0];
}
