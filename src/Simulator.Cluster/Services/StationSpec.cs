using Simulator.Kernel.Resources.Limits;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Cluster.Services;

/// <summary>c identical servers before one queue.</summary>
/// <remarks>
/// FIFO and priority stations that are nothing else lend a server: a step that <c>uses</c> one holds it from grant to end.
/// All others do the work themselves (<see cref="DoesWork"/>): the step's work is what it brings, and no server is held
/// while it transfers or waits for a tick.
/// </remarks>
public sealed record StationSpec : ServiceSpec
{
    /// <summary>c, at least 1.</summary>
    public required long Servers { get; init; }

    /// <summary>Who goes first.</summary>
    public Discipline Discipline { get; init; }

    /// <summary>How many may wait, at least 0; who comes beyond is refused. No end to the queue where it is null.</summary>
    public int? Queue { get; init; }

    /// <summary>How a refused client comes again; needed where <see cref="Queue"/> is given.</summary>
    public Backoff? Retry { get; init; }

    /// <summary>When it works; always where it is null. Work under way stands still while it is closed.</summary>
    public OpeningHours? Hours { get; init; }

    /// <summary>r(n), how fast n in service work together, n at most c; each at speed 1 where it is null.</summary>
    public ScalableSpeed? Speed { get; init; }

    /// <summary>Whether work is brought to it, not done while one of its servers is held.</summary>
    public bool DoesWork =>
        Discipline is not (Discipline.Fifo or Discipline.Priority)
        || Queue is not null
        || Hours is not null
        || Speed is not null
        || Outages is not null;

    /// <summary>The most work that it does in a second, in server-seconds: max over n &lt;= c of r(n).</summary>
    public double BestSpeed => Speed is null ? Servers : new ServerSpeed(Speed, Servers).Greatest();

    internal override Backoff? ClientRetry => Queue is null ? null : Retry;

    internal override bool IsTimed => base.IsTimed || Hours is not null;
}
