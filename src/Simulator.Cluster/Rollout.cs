using Simulator.Cluster.Records;
using Simulator.Cluster.Running;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.ServiceCenters;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Cluster;

/// <summary>
/// One run: every node of the cluster from old version to new version. Read this file first, then
/// <see cref="Stepper"/>, which is the life of a node on one screen.
/// </summary>
/// <remarks>
/// Deterministic: the same plan, seed and replication give the same records on every machine and thread. Memory: the
/// records (8 bytes a column) and about 40 bytes a node; time: O(events), a node makes at most a few events a step.
/// </remarks>
public static class Rollout
{
    /// <summary>Runs a plan to its end.</summary>
    /// <param name="plan">The compiled model.</param>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="replication">Replication, from 0: same replication, same draws, whatever the plan.</param>
    /// <param name="recycled">Records of an earlier run of the same plan, to be overwritten: saves memory.</param>
    /// <param name="cancellation">Stops the run between events.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="DeadlockException">Everybody waits for somebody.</exception>
    /// <exception cref="RunawayException">No progress at an instant, or more than 100 years.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RunRecord Run(
        UpdatePlan plan,
        ulong seed,
        ulong replication,
        RunRecord? recycled = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        var simulation = new Simulation
        {
            InstantLimit = 1_000_000 + (100L * plan.Levels.Nodes * plan.Steps.Count),
            Cancellation = cancellation,
        };
        var record = recycled?.Plan == plan ? recycled : new RunRecord(plan);
        var state = new RunState(simulation, plan, record, StreamKey.Derive(seed, replication));
        var durations = new DurationSource(state);
        durations.Prepare();
        var stepper = new Stepper(state, durations);
        RunToEnd(state, stepper);
        record.Halt = stepper.Desk.Places?.Cause ?? HaltCause.None;
        Deadlock.ThrowIfAny(state, stepper);
        record.Usage = CloseBooks(stepper.Desk);
        record.EventCount = simulation.EventCount;
        return record;
    }

    private static void RunToEnd(RunState state, Stepper stepper)
    {
        try
        {
            stepper.Start();
            do
            {
                state.Simulation.Run();
            } while (stepper.Desk.Places?.HaltIfBlocked() ?? false);
        }
        catch (RunawayException runaway)
        {
            throw Deadlock.Explain(state, stepper, runaway);
        }
    }

    /// <summary>Everything taken was given back; then what each service was busy with.</summary>
    private static List<ServiceUsage> CloseBooks(Desk desk)
    {
        var usage = new List<ServiceUsage>();
        for (var service = 0; service < desk.Services.Count; service++)
        {
            var copies = 0;
            var (busy, rejected) = (0.0, 0L);
            foreach (var resource in desk.Services.All(service))
            {
                RequireBalanced(resource);
                copies++;
                rejected += RejectedBy(resource);
                busy += BusySeconds(resource);
            }

            usage.Add(new ServiceUsage(service, copies, busy, rejected));
        }

        if (desk.Places is { } places)
        {
            RequireBalanced(places);
        }

        return usage;
    }

    private static void RequireBalanced(Resource resource)
    {
        if (resource.Held != 0 || resource.QueueLength != 0)
        {
            throw new InvalidOperationException(
                $"'{resource.Name}' ends with {resource.Held} held and {resource.QueueLength} waiting: not everything taken was given back."
            );
        }
    }

    private static long RejectedBy(Resource resource) =>
        resource switch
        {
            TokenBucket bucket => bucket.RejectedCount,
            ServiceCenter center => center.RejectedCount,
            _ => 0,
        };

    private static double BusySeconds(Resource resource)
    {
        var area = resource switch
        {
            Station station => station.BusyTime,
            ServiceCenter center => center.BusyTime,
            Semaphore budget => budget.HeldTime,
            Link link => link.FlowTime,
            TokenBucket bucket => (Int128)bucket.Spent * SimTime.NanosecondsPerSecond,
            _ => 0,
        };
        return (double)area / SimTime.NanosecondsPerSecond;
    }
}
