namespace Simulator.Cluster.Tests.Reference;

/// <summary>Batches of units in their order: one opens when all units of the one before are over and it has baked.</summary>
internal sealed class ReferenceBatches(IReadOnlyList<int> sizes, long bake) : ReferenceService
{
    private readonly HashSet<int> _over = [];
    private int _batch;
    private long? _opensAt;

    /// <summary>Whether a unit is larger than its batch.</summary>
    public bool IsImpossible => sizes.Contains(0);

    public override long? NextAt => _opensAt;

    private IEnumerable<int> Units => Enumerable.Range(sizes.Take(_batch).Sum(), sizes[_batch]);

    public override List<ReferenceTask> Decide(long now)
    {
        var answered = new List<ReferenceTask>();
        while (_opensAt is null && Queue.Find(request => Units.Contains(request.Task.Group)) is { } next)
        {
            answered.Add(Answer(next, isGranted: true));
        }

        return answered;
    }

    /// <summary>A unit is done, or will never come.</summary>
    public void Finish(int unit, long now)
    {
        _over.Add(unit);
        Queue.RemoveAll(request => request.Task.Group == unit);
        Close(now);
    }

    /// <summary>The bake is over.</summary>
    public void Open(long now)
    {
        _opensAt = null;
        _batch++;
        Close(now);
    }

    private void Close(long now)
    {
        if (_opensAt is null && _batch + 1 < sizes.Count && Units.All(_over.Contains))
        {
            _opensAt = now + bake;
            if (bake == 0)
            {
                Open(now);
            }
        }
    }
}
