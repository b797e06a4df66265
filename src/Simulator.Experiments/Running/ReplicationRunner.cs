using System.Globalization;
using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Running;

/// <summary>Runs replications of cells, one at a time, and checks every one against its own lower bounds.</summary>
/// <remarks>Not thread-safe: each thread has its own, which keeps the memory of the last records for the next.</remarks>
public sealed class ReplicationRunner
{
    private const double ToleranceSeconds = 1e-6;

    private RunRecord? _real;
    private RunRecord? _solo;
    private RunRecord? _soloWithFailures;

    /// <summary>Whether the most nodes out of service at once are counted.</summary>
    public bool MeasuresPeak { get; init; }

    /// <summary>Runs one replication.</summary>
    /// <param name="plan">The cell.</param>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="replication">From 0.</param>
    /// <param name="share">q of the time to verify a share of the nodes.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <returns>What is kept of it.</returns>
    /// <exception cref="BoundViolatedException">The run beat a bound: a bug.</exception>
    public ReplicationResult Run(
        CellPlan plan,
        ulong seed,
        int replication,
        double share,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        _real = Rollout.Run(plan.Real, seed, (ulong)replication, _real, cancellation);
        _solo = Rollout.Run(plan.Solo, seed, (ulong)replication, _solo, cancellation);
        double? soloWithFailures = null;
        var reference = _solo;
        if (plan.SoloWithFailures is { } failing)
        {
            _soloWithFailures = Rollout.Run(failing, seed, (ulong)replication, _soloWithFailures, cancellation);
            soloWithFailures = _soloWithFailures.Makespan.Seconds;
            reference = _soloWithFailures;
        }

        var run = RunSummary.Of(_real, share, MeasuresPeak);
        var bound = LowerBounds.Of(reference)[0];
        if (run.Halt == HaltCause.None && LowerBounds.Hold(reference))
        {
            Check(run, bound, seed, replication, plan.Real);
        }

        return new ReplicationResult(
            replication,
            run,
            _solo.Makespan.Seconds,
            soloWithFailures,
            bound.Nanoseconds / 1e9,
            bound.By
        );
    }

    private static void Check(RunSummary run, LowerBound bound, ulong seed, int replication, UpdatePlan plan)
    {
        var seconds = bound.Nanoseconds / 1e9;
        if (run.Makespan < seconds - ToleranceSeconds)
        {
            throw new BoundViolatedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Replication {replication} of seed {seed} took {run.Makespan} s, less than its lower bound of {seconds} s ({bound.By}) with {plan.Levels.Nodes} nodes. This is a bug of the simulator; please report the scenario."
                )
            );
        }
    }
}
