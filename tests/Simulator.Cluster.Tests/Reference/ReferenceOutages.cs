using Simulator.Cluster.Services;
using Simulator.Kernel;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>When a service is down, counted from the start each time.</summary>
internal sealed class ReferenceOutages(OutageSpec? spec, Func<int, int, double> draw)
{
    public bool IsDown(long now) => Known().TakeWhile(outage => outage.From <= now).Any(outage => now < outage.To);

    public long? NextChange(long now)
    {
        foreach (var (from, to) in Known())
        {
            if (now < from || now < to)
            {
                return now < from ? from : to;
            }
        }

        return null;
    }

    private IEnumerable<(long From, long To)> Known()
    {
        if (spec is OutageSpec.Scheduled scheduled)
        {
            foreach (var (at, lasts) in scheduled.Times)
            {
                yield return (at.Nanoseconds, (at + lasts).Nanoseconds);
            }
        }
        else if (spec is OutageSpec.Drawn drawn)
        {
            var at = 0L;
            for (var outage = 1; ; outage++)
            {
                var from = at + SimTime.FromSeconds(drawn.UpTime.Quantile(draw(outage, 0))).Nanoseconds;
                at = from + SimTime.FromSeconds(drawn.RepairTime.Quantile(draw(outage, 1))).Nanoseconds;
                yield return (from, at);
            }
        }
    }
}
