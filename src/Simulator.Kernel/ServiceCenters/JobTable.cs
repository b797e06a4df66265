namespace Simulator.Kernel.ServiceCenters;

/// <summary>The jobs of a center by number; numbers of jobs that left are used again.</summary>
internal sealed class JobTable
{
    private readonly Stack<int> _free = new();
    private Job[] _jobs = new Job[16];
    private int _used;

    public ref Job this[int job] => ref _jobs[job];

    public int Add(in Job entry)
    {
        if (!_free.TryPop(out var job))
        {
            if (_used == _jobs.Length)
            {
                Array.Resize(ref _jobs, _used * 2);
            }

            job = _used++;
        }

        _jobs[job] = entry;
        return job;
    }

    public void Free(int job)
    {
        _jobs[job] = _jobs[job] with { Sequence = -1 };
        _free.Push(job);
    }

    /// <summary>The job of a customer, or -1; O(n).</summary>
    public int Find(int customer, int tag)
    {
        for (var job = 0; job < _used; job++)
        {
            ref readonly var entry = ref _jobs[job];
            if (entry.Customer == customer && entry.Tag == tag && !entry.IsFree)
            {
                return job;
            }
        }

        return -1;
    }

    /// <summary>Whom a more urgent customer pushes out: one in service; O(n).</summary>
    public int LastInService()
    {
        var last = -1;
        for (var job = 0; job < _used; job++)
        {
            ref readonly var entry = ref _jobs[job];
            if (entry.IsServed && !entry.IsFree && (last < 0 || entry.IsBehind(_jobs[last])))
            {
                last = job;
            }
        }

        return last;
    }
}
