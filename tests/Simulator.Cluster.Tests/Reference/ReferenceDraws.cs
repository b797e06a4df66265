using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>The drawn numbers as a table by (node, step, attempt, draw), from the product's keyed streams.</summary>
/// <remarks>Draws: 0 duration, 1 failure, 2 back-off, 3 phase of a poll, 16 + 4096 · request + k the k-th client's pause.</remarks>
internal sealed class ReferenceDraws(ulong seed, ulong replication)
{
    private readonly StreamKey _stream = StreamKey.Derive(seed, replication);

    public long Duration(ReferenceTask task) =>
        task.Step.Spec!.Takes switch
        {
            DurationSpec.Listed listed => Nanoseconds(listed.Seconds[task.FirstNode % listed.Seconds.Count]),
            DurationSpec.Drawn { Law: Constant constant } => Nanoseconds(constant.Mean),
            DurationSpec.Drawn drawn => Nanoseconds(drawn.Law.Quantile(Uniform(task, 0))),
            _ => 0,
        };

    public bool Fails(ReferenceTask task) => task.Step.Spec!.Fails is { } fails && Uniform(task, 1) < fails.Share;

    public long Pause(ReferenceTask task) =>
        task.Step.Spec!.Retry?.Backoff is { } backoff ? Pause(task, backoff, task.Attempt, 2) : 0;

    public long ClientPause(ReferenceTask task, Backoff backoff, int request, int tries) =>
        Pause(task, backoff, tries, 16 + (4096 * request) + tries);

    public long Phase(ReferenceTask task, SimTime period) =>
        (long)Math.Round(Uniform(task, 3) * period.Nanoseconds, MidpointRounding.ToEven);

    /// <summary>Draw 0 or 1 of the k-th outage of a service whose group begins with a node.</summary>
    public double Outage(string service, int owner, int outage, int draw) =>
        _stream.Uniform((uint)owner, Fnv1a.Hash32($"services.{service}.outages"), (uint)outage, (uint)draw);

    /// <summary>The k-th choice of who is next, from 0.</summary>
    public double Choice(string service, int owner, long choice) =>
        _stream.Uniform((uint)owner, Fnv1a.Hash32($"services.{service}.order"), 1, (uint)choice);

    private long Pause(ReferenceTask task, Backoff backoff, int tries, int draw)
    {
        var pause = backoff.After(tries);
        return backoff.Jitter > 0
            ? Nanoseconds(pause.Seconds * (1 - (backoff.Jitter * Uniform(task, draw))))
            : pause.Nanoseconds;
    }

    private double Uniform(ReferenceTask task, int draw) =>
        _stream.Uniform((uint)task.FirstNode, Fnv1a.Hash32(task.Step.Name), (uint)task.Attempt, (uint)draw);

    private static long Nanoseconds(double seconds) => SimTime.FromSeconds(seconds).Nanoseconds;
}
