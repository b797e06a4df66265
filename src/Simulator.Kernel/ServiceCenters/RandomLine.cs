using Simulator.Kernel.Random;

namespace Simulator.Kernel.ServiceCenters;

/// <summary>Everyone who waits is next with the same probability, by keyed draws. O(1).</summary>
internal sealed class RandomLine(StreamKey stream, uint step, uint node) : WaitingLine
{
    private readonly List<int> _jobs = [];
    private ulong _choices;

    public override int Count => _jobs.Count;

    public override int NextPriority => 0;

    public override void Add(int job, int priority, long sequence) => _jobs.Add(job);

    public override int TakeNext()
    {
        var u = stream.Uniform(node, step, 1 + (uint)(_choices >> 32), unchecked((uint)_choices));
        _choices++;
        return TakeAt((int)(u * _jobs.Count));
    }

    public override void Remove(int job) => TakeAt(_jobs.IndexOf(job));

    private int TakeAt(int place)
    {
        var job = _jobs[place];
        _jobs[place] = _jobs[^1];
        _jobs.RemoveAt(_jobs.Count - 1);
        return job;
    }
}
