using Simulator.Cluster.Services;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A link that flows share equally, each at most at its cap; an end is rounded up to the nanosecond.</summary>
/// <remarks>
/// Work of no more than 2^-20 ns counts as none, as DESIGN.md says of the engine: the one thing taken over from there.
/// </remarks>
internal sealed class ReferenceLink(LinkSpec spec) : ReferenceService
{
    private static readonly Fraction Negligible = new(1, 1 << 20);
    private static readonly Fraction Second = Fraction.Of(1_000_000_000);

    private readonly List<(ReferenceTask Task, Fraction Left)> _flows = [];
    private long _at;

    public override long? NextAt => _flows.Count == 0 ? null : _flows.Min(flow => _at + TimeFor(flow.Left));

    private Fraction Rate =>
        Fraction.Min(
            Fraction.Of(spec.PerNode?.BitsPerSecond ?? spec.Bandwidth.BitsPerSecond),
            new Fraction(spec.Bandwidth.BitsPerSecond, Math.Max(1, _flows.Count))
        ) / Second;

    /// <summary>The transfer with the link to oneself.</summary>
    public long Alone(long bits)
    {
        var rate = Math.Min(spec.Bandwidth.BitsPerSecond, spec.PerNode?.BitsPerSecond ?? long.MaxValue);
        return (Fraction.Of(bits) * Second / Fraction.Of(rate)).Ceiling;
    }

    /// <summary>Whose transfer is over by now.</summary>
    public List<ReferenceTask> Finish(long now)
    {
        Attain(now);
        var over = _flows.Where(flow => TimeFor(flow.Left) <= 0).Select(flow => flow.Task).ToList();
        _flows.RemoveAll(flow => over.Contains(flow.Task));
        return over;
    }

    /// <summary>Transfers that were asked for start to flow; nobody has to wait for that.</summary>
    public override List<ReferenceTask> Decide(long now)
    {
        Attain(now);
        _flows.AddRange(Queue.Select(request => (request.Task, Fraction.Of(request.Amount))));
        Queue.Clear();
        return [];
    }

    public override void Forget(ReferenceTask task)
    {
        base.Forget(task);
        _flows.RemoveAll(flow => flow.Task == task);
    }

    private long TimeFor(Fraction left) => ((left / Rate) - Negligible).Ceiling;

    private void Attain(long now)
    {
        var served = Rate * Fraction.Of(now - _at);
        for (var index = 0; index < _flows.Count; index++)
        {
            _flows[index] = (_flows[index].Task, _flows[index].Left - served);
        }

        _at = now;
    }
}
