namespace Simulator.Kernel.Resources.Networks;

/// <summary>Flows over the same links with the same weight and cap: all at one rate, so one clock serves them.</summary>
internal sealed class Route(int id, NetworkLink[] links, UInt128 perFlow, ulong weight)
{
    private static readonly UInt128 RebaseAt = UInt128.One << 126;

    private AttainedService _service;

    public int Id => id;

    public IReadOnlyList<NetworkLink> Links => links;

    public FlowHeap Flows { get; } = new();

    /// <summary>The weight of one flow.</summary>
    public UInt128 Weight => weight;

    /// <summary>The weight of all its flows.</summary>
    public UInt128 TotalWeight => (UInt128)weight * (ulong)Flows.Count;

    /// <summary>The water level above which the cap of its flows binds.</summary>
    public UInt128 CapLevel { get; } = perFlow == FixedPoint.Unlimited ? perFlow : perFlow / weight;

    public bool IsOpen { get; set; }

    public bool IsDirty { get; set; }

    /// <summary>The rate of one flow.</summary>
    public UInt128 Rate => _service.Rate;

    public AttainedService Service => _service;

    /// <summary>What a flow that never ended would have received up to now.</summary>
    public UInt128 Attained(long now)
    {
        _service.Attain(now);
        return _service.Value;
    }

    /// <summary>Its flows get another rate from now on.</summary>
    public void SetRate(UInt128 rate, long now)
    {
        var attained = Attained(now);
        if (Flows.Count == 0)
        {
            attained = 0;
        }
        else if (attained >= RebaseAt)
        {
            Flows.Lower(attained);
            attained = 0;
        }

        _service.Set(attained, rate, now);
    }

    /// <summary>The instant of the first end; null where it never comes.</summary>
    public UInt128? FirstEnd(long now) => _service.TimeTo(Flows.First.Target) + (ulong)now;
}
