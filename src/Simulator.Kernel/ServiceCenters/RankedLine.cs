namespace Simulator.Kernel.ServiceCenters;

/// <summary>The smallest (a · priority, b · sequence) first; sequence numbers differ, so the order is total. O(log n).</summary>
internal sealed class RankedLine(int priorityWeight, int sequenceWeight) : WaitingLine
{
    private readonly PriorityQueue<int, (int Priority, long Sequence)> _jobs = new();

    public override int Count => _jobs.Count;

    public override int NextPriority => _jobs.TryPeek(out _, out var rank) ? rank.Priority : 0;

    public override void Add(int job, int priority, long sequence) =>
        _jobs.Enqueue(job, (priorityWeight * priority, sequenceWeight * sequence));

    public override int TakeNext() => _jobs.Dequeue();

    public override void Remove(int job) => _jobs.Remove(job, out _, out _);
}
