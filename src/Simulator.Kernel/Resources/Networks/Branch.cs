namespace Simulator.Kernel.Resources.Networks;

/// <summary>A branch of a <see cref="LinkTree"/> and the flows through it, all at one rate.</summary>
internal sealed class Branch(int id, UInt128 capacity)
{
    private UInt128 _offset;
    private AttainedService _service;

    public int Id => id;

    public UInt128 Capacity { get; set; } = capacity;

    public FlowHeap Flows { get; } = new();

    public BranchState State { get; private set; }

    /// <summary>The flows that the present rates reckon with.</summary>
    public int Counted { get; private set; }

    /// <summary>What each flow gets where the branch alone limits it.</summary>
    public UInt128 Threshold { get; private set; }

    /// <summary>What all flows get where the branch alone limits them; not more than its capacity.</summary>
    public UInt128 Used => Threshold * (ulong)Counted;

    public bool IsDirty { get; set; }

    /// <summary>Where the first end lies on the scale of the service that wide branches have in common.</summary>
    public UInt128 FirstTargetInCommon => unchecked(Flows.First.Target + _offset);

    /// <summary>The instant of the first end while the branch is narrow; no limit where it never comes.</summary>
    public UInt128 FirstEnd(long now) =>
        _service.TimeTo(Flows.First.Target) is { } wait ? wait + (ulong)now : FixedPoint.Unlimited;

    /// <summary>What a flow that never ended would have received up to now.</summary>
    public UInt128 Attained(UInt128 common, long now)
    {
        if (State == BranchState.Wide)
        {
            return unchecked(common - _offset);
        }

        _service.Attain(now);
        return _service.Value;
    }

    /// <summary>The service as it is now; <paramref name="common"/> is that of wide branches.</summary>
    public AttainedService ServiceNow(in AttainedService common, long now)
    {
        if (State != BranchState.Wide)
        {
            _service.Attain(now);
            return _service;
        }

        var service = common;
        service.Set(Attained(common.Value, now), common.Rate, now);
        return service;
    }

    /// <summary>Leaves the reckoning; what was attained stays.</summary>
    public void Rest(UInt128 common, long now)
    {
        var attained = Attained(common, now);
        State = BranchState.Idle;
        _service.Set(Flows.Count == 0 ? UInt128.Zero : attained, UInt128.Zero, now);
        Counted = 0;
    }

    /// <summary>From now on the flows get what is common to all wide branches.</summary>
    public void Widen(UInt128 common, long now)
    {
        _offset = unchecked(common - Attained(common, now));
        State = BranchState.Wide;
        Counted = Flows.Count;
        Threshold = Capacity == FixedPoint.Unlimited ? FixedPoint.Unlimited : Capacity / (ulong)Counted;
    }

    /// <summary>From now on the flows get what the branch lets through.</summary>
    public void Narrow(UInt128 common, long now)
    {
        _service.Set(Attained(common, now), Threshold, now);
        State = BranchState.Narrow;
    }

    /// <summary>Moves the scale down by what was attained, so that decades do not overflow; O(flows).</summary>
    public void Rebase(UInt128 common, long now)
    {
        var attained = Attained(common, now);
        Flows.Lower(attained);
        if (State == BranchState.Wide)
        {
            _offset = unchecked(_offset + attained);
        }
        else
        {
            _service.Set(UInt128.Zero, _service.Rate, now);
        }
    }

    /// <summary>The scale of wide branches was moved down.</summary>
    public void LowerCommon(UInt128 by) => _offset = unchecked(_offset - by);
}
