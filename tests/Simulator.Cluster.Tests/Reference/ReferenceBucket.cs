using Simulator.Cluster.Services;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A token bucket: full at first, refilled continuously, granted at the first nanosecond that suffices.</summary>
internal sealed class ReferenceBucket(TokenBucketSpec spec) : ReferenceService
{
    private readonly Fraction _rate = new(spec.Rate.Count, spec.Rate.Period.Nanoseconds);
    private Fraction _level = Fraction.Of(spec.Burst);
    private long _levelAt;

    public override long? NextAt =>
        First() is { } first ? _levelAt + ((Fraction.Of(first.Amount) - _level) / _rate).Ceiling : null;

    public override List<ReferenceTask> Decide(long now)
    {
        _level = Fraction.Min(Fraction.Of(spec.Burst), _level + (_rate * Fraction.Of(now - _levelAt)));
        _levelAt = now;
        var answered = new List<ReferenceTask>();
        while (First() is { } first)
        {
            var isEnough = Fraction.Of(first.Amount) <= _level;
            if (!isEnough && spec.WhenEmpty == WhenEmpty.Wait)
            {
                break;
            }

            _level -= Fraction.Of(isEnough ? first.Amount : 0);
            answered.Add(Answer(first, isEnough));
        }

        return answered;
    }
}
