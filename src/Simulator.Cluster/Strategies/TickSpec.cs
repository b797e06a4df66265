using Simulator.Kernel;

namespace Simulator.Cluster.Strategies;

/// <summary>When units, or the one controller, look whether somebody may start.</summary>
/// <param name="Period">P, above 0.</param>
/// <param name="Phase">Where the first tick lies: drawn for each unit of a lock, once for a controller.</param>
/// <param name="Most">Units that one pass of a controller admits at most; no such limit where it is null.</param>
public sealed record TickSpec(SimTime Period, TickPhase Phase, int? Most = null)
{
    /// <summary>The first tick at or after an instant.</summary>
    /// <param name="first">The first tick of all.</param>
    /// <param name="now">The instant.</param>
    public SimTime From(SimTime first, SimTime now)
    {
        var late = now.Nanoseconds - first.Nanoseconds;
        return late <= 0 ? first : first + new SimTime((((late - 1) / Period.Nanoseconds) + 1) * Period.Nanoseconds);
    }

    /// <summary>The first tick of all, for a uniform draw in (0, 1).</summary>
    /// <param name="u">The draw; not used where ticks are aligned.</param>
    public SimTime First(double u)
    {
        var within = (long)Math.Round(u * Period.Nanoseconds, MidpointRounding.ToEven) % Period.Nanoseconds;
        return Phase switch
        {
            TickPhase.Aligned => SimTime.Zero,
            TickPhase.Uniform => new SimTime(within),
            _ => new SimTime((Period.Nanoseconds / 2) + within),
        };
    }
}
