using Simulator.Kernel.Random;

namespace Simulator.Kernel.Resources.Limits;

/// <summary>How clients try again after a refusal: fixed, exponential or jittered pauses, and when they give up.</summary>
/// <remarks>
/// The jitter of a pause is keyed by (node, step, refusals, <see cref="PauseDraw"/>), so it depends on no other client.
/// Thread safety: immutable.
/// </remarks>
public sealed class RetryPolicy
{
    /// <summary>The number of the draw that makes the jitter.</summary>
    public const uint PauseDraw = 2;

    private readonly Backoff _backoff;
    private readonly StreamKey _stream;
    private readonly uint _step;

    /// <summary>A policy with random numbers of its own.</summary>
    /// <param name="backoff">The pauses and the most tries.</param>
    /// <param name="stream">The random numbers of the replication.</param>
    /// <param name="step">Hash of what is called (<see cref="Fnv1a.Hash32"/>).</param>
    public RetryPolicy(Backoff backoff, StreamKey stream, uint step)
    {
        ArgumentNullException.ThrowIfNull(backoff);
        (_backoff, _stream, _step) = (backoff, stream, step);
    }

    /// <summary>The pause before the next try.</summary>
    /// <param name="node">Who was refused, from 0.</param>
    /// <param name="refusals">How often so far, from 1.</param>
    /// <returns>The pause; null where the client gives up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one refusal.</exception>
    public SimTime? PauseAfter(uint node, int refusals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(refusals, 1);
        return refusals > (_backoff.Limit ?? int.MaxValue) ? null
            : _backoff.Jitter <= 0 ? _backoff.After(refusals)
            : _backoff.After(refusals, _stream.Uniform(node, _step, (uint)refusals, PauseDraw));
    }
}
