namespace Simulator.Kernel.Resources.Networks;

/// <summary>
/// The level λ with sum over branches of min(n_r λ, c_r) = C, kept from one change to the next: branches whose own share
/// c_r / n_r lies below λ are narrow, the others wide.
/// </summary>
/// <remarks>
/// Moving a branch, either way, raises λ and so never calls for the branch to move back; only a branch whose share
/// meets λ but for rounding may count as either.
/// </remarks>
internal sealed class WaterLevel(List<Branch> branches, UInt128 trunk, UInt128 perFlow)
{
    private static readonly UInt128 RebaseAt = UInt128.One << 126;

    private readonly IndexedHeap _wideByShare = new();
    private readonly IndexedHeap _wideByEnd = new();
    private readonly IndexedHeap _narrowByShare = new();
    private readonly IndexedHeap _narrowByEnd = new();
    private AttainedService _common;
    private ulong _wideFlows;
    private UInt128 _narrowUsed;

    /// <summary>C.</summary>
    public UInt128 Trunk { get; set; } = trunk;

    /// <summary>What a flow that never ended would have received in wide branches.</summary>
    public AttainedService Common => _common;

    public void Attain(long now) => _common.Attain(now);

    public AttainedService CommonAt(long now)
    {
        _common.Attain(now);
        return _common;
    }

    /// <summary>A branch with a flow that is done now; it leaves the reckoning of ends until it is entered again.</summary>
    public Branch? TakeDone(long now)
    {
        if (_wideByEnd.Count > 0 && _common.HasReached(_wideByEnd.FirstKey))
        {
            return TakeFirst(_wideByEnd);
        }

        return _narrowByEnd.Count > 0 && _narrowByEnd.FirstKey <= (ulong)now ? TakeFirst(_narrowByEnd) : null;
    }

    /// <summary>The flows or the capacity of a branch have changed.</summary>
    public void Enter(Branch branch, long now)
    {
        Leave(branch);
        branch.Rest(_common.Value, now);
        if (branch.Attained(_common.Value, now) >= RebaseAt)
        {
            branch.Rebase(_common.Value, now);
        }

        if (branch.Flows.Count > 0)
        {
            Widen(branch, now);
        }
    }

    /// <summary>Finds the level.</summary>
    /// <returns>The sum of all rates.</returns>
    public UInt128 Settle(long now)
    {
        while (_narrowByShare.Count > 0 && (_narrowUsed > Trunk || ~_narrowByShare.FirstKey > Level()))
        {
            var branch = branches[_narrowByShare.First];
            Leave(branch);
            Widen(branch, now);
        }

        while (_wideByShare.Count > 0 && _wideByShare.FirstKey <= Level())
        {
            var branch = branches[_wideByShare.First];
            Leave(branch);
            Narrow(branch, now);
        }

        _common.Set(_common.Value, _wideFlows == 0 ? UInt128.Zero : Level(), now);
        if (_wideFlows == 0)
        {
            _common.Set(UInt128.Zero, UInt128.Zero, now);
        }
        else if (_common.Value >= RebaseAt)
        {
            Rebase(now);
        }

        return _narrowUsed + (_common.Rate * _wideFlows);
    }

    /// <summary>The instant of the next end; null where nothing ends at these rates.</summary>
    public UInt128? NextEnd(long now)
    {
        var wide = _wideByEnd.Count > 0 ? _common.TimeTo(_wideByEnd.FirstKey) + (ulong)now : null;
        var narrow = _narrowByEnd.Count > 0 ? _narrowByEnd.FirstKey : FixedPoint.Unlimited;
        var next = UInt128.Min(wide ?? FixedPoint.Unlimited, narrow);
        return next == FixedPoint.Unlimited ? null : next;
    }

    /// <summary>λ, not above the cap of a flow; without wide branches what one more flow would find.</summary>
    private UInt128 Level()
    {
        var left = _narrowUsed > Trunk ? UInt128.Zero : Trunk - _narrowUsed;
        return _wideFlows == 0 ? perFlow : UInt128.Min(perFlow, left / _wideFlows);
    }

    private void Widen(Branch branch, long now)
    {
        branch.Widen(_common.Value, now);
        _wideFlows += (ulong)branch.Counted;
        _wideByShare.Set(branch.Id, branch.Threshold);
        _wideByEnd.Set(branch.Id, branch.FirstTargetInCommon);
    }

    private void Narrow(Branch branch, long now)
    {
        branch.Narrow(_common.Value, now);
        _narrowUsed += branch.Used;
        _narrowByShare.Set(branch.Id, ~branch.Threshold);
        _narrowByEnd.Set(branch.Id, branch.FirstEnd(now));
    }

    private void Leave(Branch branch)
    {
        if (branch.State == BranchState.Wide)
        {
            _wideFlows -= (ulong)branch.Counted;
            _wideByShare.Remove(branch.Id);
            _wideByEnd.Remove(branch.Id);
        }
        else if (branch.State == BranchState.Narrow)
        {
            _narrowUsed -= branch.Used;
            _narrowByShare.Remove(branch.Id);
            _narrowByEnd.Remove(branch.Id);
        }
    }

    private Branch TakeFirst(IndexedHeap ends)
    {
        var branch = branches[ends.First];
        ends.Remove(branch.Id);
        return branch;
    }

    /// <summary>Moves the scale down, so that decades of service do not overflow; O(flows), once in 2^62 bits of a flow.</summary>
    private void Rebase(long now)
    {
        var by = _common.Value;
        foreach (var branch in branches.Where(branch => branch.State == BranchState.Wide))
        {
            branch.Rebase(by, now);
            branch.LowerCommon(by);
            _wideByEnd.Set(branch.Id, branch.FirstTargetInCommon);
        }

        _common.Set(UInt128.Zero, _common.Rate, now);
    }
}
