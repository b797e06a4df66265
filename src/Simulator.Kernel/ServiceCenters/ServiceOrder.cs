using Simulator.Kernel.Random;

namespace Simulator.Kernel.ServiceCenters;

/// <summary>Whom a <see cref="ServiceCenter"/> serves next.</summary>
/// <remarks>
/// <para>Thread safety: immutable; a center makes its own line of it.</para>
/// <para>Source: L. Kleinrock, <i>Queueing Systems</i> vol. 2, 1976, sections 3.2 to 3.7 (orders and priorities).</para>
/// </remarks>
public sealed class ServiceOrder
{
    private readonly Func<string, WaitingLine> _newLine;

    private ServiceOrder(Func<string, WaitingLine> newLine, bool isPreemptive = false)
    {
        _newLine = newLine;
        IsPreemptive = isPreemptive;
    }

    /// <summary>FIFO: the first to come is the first to be served; priorities are ignored.</summary>
    public static ServiceOrder FirstComeFirstServed { get; } = new(_ => new RankedLine(0, 1));

    /// <summary>LIFO: the last to come is the first to be served; priorities are ignored, nobody is interrupted.</summary>
    public static ServiceOrder LastComeFirstServed { get; } = new(_ => new RankedLine(0, -1));

    /// <summary>The smaller priority number goes first, FIFO within one number; service is never interrupted.</summary>
    public static ServiceOrder Priority { get; } = new(_ => new RankedLine(1, 1));

    /// <summary>
    /// As <see cref="Priority"/>, but who comes pushes out the least urgent customer in service (of equals the last to
    /// come), which goes back to its place in the line and resumes with exactly the work that was left.
    /// </summary>
    public static ServiceOrder PreemptivePriority { get; } = new(_ => new RankedLine(1, 1), isPreemptive: true);

    /// <summary>Whether who comes may push out whom is served.</summary>
    public bool IsPreemptive { get; }

    /// <summary>
    /// Each of the n who wait is next with probability 1/n: place ⌊u·n⌋ of the line, u = draw number k mod 2³² of attempt
    /// 1 + ⌊k / 2³²⌋ for the k-th choice of the center, step = FNV-1a of its name, node 0.
    /// </summary>
    /// <param name="stream">The replication's random numbers.</param>
    /// <returns>The order.</returns>
    public static ServiceOrder AtRandom(StreamKey stream) =>
        new(name => new RandomLine(stream, Fnv1a.Hash32(name), node: 0));

    /// <summary>As <see cref="AtRandom(StreamKey)"/>, by draws of a step and node of the caller's.</summary>
    /// <param name="stream">The replication's random numbers.</param>
    /// <param name="step">Hash of a path that nobody else draws by.</param>
    /// <param name="node">Tells centers of one path apart.</param>
    /// <returns>The order.</returns>
    public static ServiceOrder AtRandom(StreamKey stream, uint step, uint node) =>
        new(_ => new RandomLine(stream, step, node));

    internal WaitingLine NewLine(string center) => _newLine(center);
}
