using Simulator.Kernel.Calendar;

namespace Simulator.Benchmarks.Updates;

/// <summary>W3 as a loop written by hand over the ladder queue: no records, no failures, nothing that could be changed.</summary>
internal sealed class BareUpdate<TSpans>(int nodes, TSpans spans)
    where TSpans : struct, ISpans
{
    private readonly EventCalendar _calendar = new();
    private readonly Line _registry = new(nodes, ClusterUpdate.RegistrySlots);
    private readonly Line _reboots = new(nodes, ClusterUpdate.RebootSlots);
    private TSpans _spans = spans;

    /// <summary>The makespan in nanoseconds.</summary>
    public long Run()
    {
        for (var node = 0; node < nodes; node++)
        {
            Begin(0, node, 0);
        }

        var last = 0L;
        while (_calendar.TryPeekTime(out var now))
        {
            var entry = _calendar.Take();
            Finish(entry.Tag, entry.Customer, now);
            last = now;
        }

        return last;
    }

    private void Finish(int step, int node, long now)
    {
        switch (step)
        {
            case 0:
                Ask(_registry, 1, node, now);
                break;
            case 1:
                Begin(2, node, now);
                GiveBack(_registry, 1, now);
                break;
            case 2:
                Ask(_reboots, 3, node, now);
                break;
            case 3:
                Begin(4, node, now);
                GiveBack(_reboots, 3, now);
                break;
        }
    }

    private void Begin(int step, int node, long now) =>
        _calendar.Push(new CalendarEntry(now + _spans.Of(step, node), (ulong)node, node, step));

    private void Ask(Line line, int step, int node, long now)
    {
        if (line.Free > 0)
        {
            line.Free--;
            Begin(step, node, now);
        }
        else
        {
            line.Waiting[line.End++] = node;
        }
    }

    private void GiveBack(Line line, int step, long now)
    {
        if (line.Head < line.End)
        {
            Begin(step, line.Waiting[line.Head++], now);
        }
        else
        {
            line.Free++;
        }
    }

    private sealed class Line(int nodes, int free)
    {
        public int[] Waiting { get; } = new int[nodes];
        public int Head { get; set; }
        public int End { get; set; }
        public int Free { get; set; } = free;
    }
}
