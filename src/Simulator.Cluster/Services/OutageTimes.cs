using Simulator.Kernel;

namespace Simulator.Cluster.Services;

/// <summary>The outages of one service as a function of time, worked out as far as time has come.</summary>
/// <param name="spec">When it is down.</param>
/// <param name="draw">A uniform number by number of the outage, from 1, and draw.</param>
internal sealed class OutageTimes(OutageSpec spec, Func<int, int, double> draw)
{
    private int _known;
    private SimTime _from;
    private SimTime _to = new(-1);

    /// <summary>Whether it is down from an instant on; instants must not go back.</summary>
    public bool IsDown(SimTime now)
    {
        Advance(now);
        return _from <= now && now < _to;
    }

    /// <summary>The next begin or end of an outage after an instant; null where there is none within the clock.</summary>
    public SimTime? NextChange(SimTime now)
    {
        Advance(now);
        var next = now < _from ? _from : _to;
        return next > now && next < SimTime.Horizon ? next : null;
    }

    private void Advance(SimTime now)
    {
        while (_to <= now && _from < SimTime.Horizon)
        {
            (_from, _to) = Next();
        }
    }

    private (SimTime From, SimTime To) Next()
    {
        _known++;
        if (spec is OutageSpec.Scheduled scheduled)
        {
            return _known <= scheduled.Times.Count
                ? (scheduled.Times[_known - 1].At, scheduled.Times[_known - 1].At + scheduled.Times[_known - 1].Lasts)
                : (SimTime.Horizon, SimTime.Horizon);
        }

        var drawn = (OutageSpec.Drawn)spec;
        var last = _known == 1 ? SimTime.Zero : _to;
        var from = Later(last, drawn.UpTime.Quantile(draw(_known, 0)));
        return (from, Later(from, drawn.RepairTime.Quantile(draw(_known, 1))));
    }

    private static SimTime Later(SimTime from, double seconds)
    {
        var left = (SimTime.Horizon - from).Seconds;
        return seconds < left ? from + SimTime.FromSeconds(seconds) : SimTime.Horizon;
    }
}
