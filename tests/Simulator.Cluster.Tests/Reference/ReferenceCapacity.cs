namespace Simulator.Cluster.Tests.Reference;

/// <summary>A station, a budget or a window: amounts held of a capacity; who does not fit blocks those behind.</summary>
internal sealed class ReferenceCapacity(long capacity) : ReferenceService
{
    private long _held;

    public override List<ReferenceTask> Decide(long now)
    {
        var answered = new List<ReferenceTask>();
        while (First() is { } first && first.Amount <= capacity - _held)
        {
            _held += first.Amount;
            first.Task.Held.Add(new Holding(this, first.Amount, first.Until));
            answered.Add(Answer(first, isGranted: true));
        }

        return answered;
    }

    public override void Release(long amount)
    {
        _held -= amount;
        Assert.That(_held, Is.Not.Negative, "the reference gave back more than it took");
    }
}
