using System.Numerics;
using Simulator.Cluster.Services;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A station that does the work: lists searched from end to end, what is left of each job in parts of a nanosecond.</summary>
/// <remarks>
/// The grain of speed, 2^-44 rounded up, is a rule of the engine's, taken over from its words. So is the way in which the
/// next one is chosen at random: place ⌊u·n⌋ of a list whose last entry fills the gap.
/// </remarks>
internal sealed class ReferenceCenter(StationSpec spec, Func<long, double> choose, ReferenceOutages outages)
    : ReferenceService
{
    private const int Grain = 44;

    private readonly List<Job> _line = [];
    private readonly List<Job> _served = [];
    private long _at;
    private long _arrivals;
    private long _choices;
    private BigInteger _speed;

    public override long? NextAt
    {
        get
        {
            if (_line.Count + _served.Count + Queue.Count == 0)
            {
                return null;
            }

            var ends = _speed > 0 ? _served.Select(job => (long?)(_at + TimeFor(job.Left))) : [];
            return ends.Append(NextHour()).Append(outages.NextChange(_at)).Where(at => at is not null).Min();
        }
    }

    private bool IsWorking => !outages.IsDown(_at) && IsOpen(_at);

    private long Servers => spec.Discipline == Discipline.Sharing ? long.MaxValue : spec.Servers;

    /// <summary>Whose work is done by now.</summary>
    public List<ReferenceTask> Finish(long now)
    {
        Attain(now);
        var over = _served.FindAll(job => job.Left <= 0);
        over.ForEach(job => (job.Request.Task.IsGranted, _) = (true, _served.Remove(job)));
        return [.. over.Select(job => job.Request.Task)];
    }

    /// <summary>Takes work up; who finds no room is answered that it is refused.</summary>
    public override List<ReferenceTask> Decide(long now)
    {
        Attain(now);
        var came = new List<Job>();
        while (Queue.Count > 0)
        {
            var first = Queue.MinBy(request => (request.Round, request.Task.FirstNode, request.Task.Step.Place))!;
            Queue.Remove(first);
            came.Add(new Job(first, _arrivals++, (BigInteger)first.Amount << Grain));
        }

        _line.AddRange(came);
        while (IsWorking && _line.Count > 0 && (_served.Count < Servers || PushOut()))
        {
            _served.Add(TakeNext());
        }

        var refused = new List<ReferenceTask>();
        for (var last = came.Count - 1; last >= 0 && _line.Count > (spec.Queue ?? int.MaxValue); last--)
        {
            if (_line.Contains(came[last]))
            {
                TakeOut(came[last]);
                refused.Add(Answer(came[last].Request, isGranted: false));
            }
        }

        _speed = IsWorking && _served.Count > 0 ? SpeedOfEach() : 0;
        return refused;
    }

    public override void Forget(ReferenceTask task)
    {
        base.Forget(task);
        _served.RemoveAll(job => job.Request.Task == task);
        foreach (var job in _line.FindAll(job => job.Request.Task == task))
        {
            TakeOut(job);
        }
    }

    private void Attain(long now)
    {
        _served.ForEach(job => job.Left -= _speed * (now - _at));
        _at = now;
    }

    private long TimeFor(BigInteger left) => left <= 0 ? 0 : (long)((left + _speed - 1) / _speed);

    private Job TakeNext()
    {
        var next = spec.Discipline switch
        {
            Discipline.Lifo => _line.MaxBy(job => job.Number)!,
            Discipline.Random => _line[(int)(choose(_choices++) * _line.Count)],
            Discipline.Priority or Discipline.PreemptivePriority => _line.MinBy(job => (job.Priority, job.Number))!,
            _ => _line.MinBy(job => job.Number)!,
        };
        TakeOut(next);
        return next;
    }

    private void TakeOut(Job job)
    {
        _line[_line.IndexOf(job)] = _line[^1];
        _line.RemoveAt(_line.Count - 1);
    }

    private bool PushOut()
    {
        if (spec.Discipline != Discipline.PreemptivePriority)
        {
            return false;
        }

        var least = _served.MaxBy(job => (job.Priority, job.Number))!;
        if (_line.Min(job => job.Priority) >= least.Priority)
        {
            return false;
        }

        _served.Remove(least);
        _line.Add(least);
        return true;
    }

    private BigInteger SpeedOfEach()
    {
        var together = Math.Min(_served.Count, spec.Servers);
        if (spec.Speed is null && together == _served.Count)
        {
            return BigInteger.One << Grain;
        }

        double r = together;
        if (spec.Speed is { } law)
        {
            r /= 1 + (law.Contention * (r - 1)) + (law.Coherency * r * (r - 1));
        }

        return (BigInteger)Math.Ceiling(r * Math.ScaleB(1, Grain) / _served.Count);
    }

    private bool IsOpen(long now) =>
        spec.Hours is not { } hours
        || WindowsOf(hours).Any(window => window.From <= now % Period && now % Period < window.To);

    private long? NextHour()
    {
        if (spec.Hours is not { } hours)
        {
            return null;
        }

        var edges = WindowsOf(hours).SelectMany(window => new[] { window.From, window.To });
        return edges.SelectMany(edge => new[] { edge, edge + Period }).Where(edge => edge > _at % Period).Min()
            - (_at % Period)
            + _at;
    }

    private long Period => spec.Hours!.Period.Nanoseconds;

    private static IEnumerable<(long From, long To)> WindowsOf(OpeningHours hours) =>
        hours.Windows.Select(window => (window.From.Nanoseconds, window.To.Nanoseconds));

    private sealed class Job(ReferenceRequest request, long number, BigInteger left)
    {
        public ReferenceRequest Request { get; } = request;

        public long Number { get; } = number;

        public int Priority => Request.Priority;

        public BigInteger Left { get; set; } = left;
    }
}
