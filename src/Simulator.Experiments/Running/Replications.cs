using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
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
    /// <summary>Replications 0 .. R - 1.</summary>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="count">R, at least 1.</param>
    /// <param name="threads">Threads; changes no result.</param>
    /// <param name="cancellation">Stops between events.</param>
    public static Replications First(ulong seed, int count, int threads, CancellationToken cancellation) =>
        new(seed, [.. Enumerable.Range(0, count).Select(number => (ulong)number)], threads, cancellation);

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
    public double[] Makespans(UpdatePlan plan) => Makespans([plan])[0];

    /// <summary>The makespans of some plans in seconds, shape [plans][replications].</summary>
    public double[][] Makespans(IReadOnlyList<UpdatePlan> plans) => Of(plans, record => record.Makespan.Seconds);

    /// <summary>
    /// How long some plans take until all that can be reached is reached, in seconds, shape [plans][replications]: the
    /// makespan, and infinity for a run that stopped early.
    /// </summary>
    public double[][] Completions(IReadOnlyList<UpdatePlan> plans) =>
        Of(plans, record => record.Halt == HaltCause.None ? record.Makespan.Seconds : double.PositiveInfinity);
}
