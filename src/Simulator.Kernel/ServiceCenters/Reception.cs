using Simulator.Kernel.Resources;

namespace Simulator.Kernel.ServiceCenters;

/// <summary>Those who came and are not served yet: the newcomers of this round, and the line.</summary>
internal sealed class Reception(JobTable jobs, WaitingLine line)
{
    private readonly List<Job> _coming = [];
    private readonly List<int> _came = [];
    private long _sequence;

    public int Count => _coming.Count + line.Count;

    public WaitingLine Line => line;

    public void Come(in Job newcomer) => _coming.Add(newcomer);

    /// <summary>Closes the round: newcomers join the line in the order of their keys.</summary>
    public void LineUp()
    {
        if (_coming.Count > 1)
        {
            _coming.Sort(Job.ByKey);
        }

        _came.Clear();
        foreach (var newcomer in _coming)
        {
            var job = jobs.Add(newcomer with { Sequence = _sequence });
            line.Add(job, newcomer.Priority, _sequence++);
            _came.Add(job);
        }

        _coming.Clear();
    }

    /// <summary>Rejects newcomers who still wait, the last one first, until no more than the room are in line.</summary>
    /// <returns>How many.</returns>
    public int RejectBeyond(int room, GrantList grants)
    {
        var before = line.Count;
        for (var index = _came.Count - 1; index >= 0 && line.Count > room; index--)
        {
            var job = _came[index];
            if (!jobs[job].IsServed)
            {
                grants.Reject(jobs[job].Request);
                line.Remove(job);
                jobs.Free(job);
            }
        }

        return before - line.Count;
    }

    /// <summary>Somebody leaves who is not served yet; O(n).</summary>
    /// <returns>Whether it was here, and the work that it takes along.</returns>
    public bool Leave(int customer, int tag, out UInt128 left)
    {
        left = 0;
        var coming = _coming.FindIndex(one => one.Customer == customer && one.Tag == tag);
        if (coming >= 0)
        {
            left = _coming[coming].Left;
            _coming.RemoveAt(coming);
            return true;
        }

        var job = jobs.Find(customer, tag);
        if (job < 0 || jobs[job].IsServed)
        {
            return false;
        }

        left = jobs[job].Left;
        line.Remove(job);
        jobs.Free(job);
        return true;
    }
}
