using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Networks;

/// <summary>
/// Two levels of links, such as racks under a core: every flow crosses its branch and the trunk, and all rates are max-min
/// fair. With the water level λ at which sum over r of min(n_r λ, c_r) = C, a flow of branch r gets min(λ, c_r / n_r, b).
/// </summary>
/// <remarks>
/// <para>
/// O(log n + log branches) per arrival or departure, and as much for each branch whose limit passes from itself to the
/// trunk or back. Flows of narrow branches (c_r / n_r below λ) end by their branch's clock, all others by one clock in
/// common. A single link whose flows have caps of their own is a trunk with a branch for each flow.
/// </para>
/// <para>
/// Rounding: a share down to 2^-34 bit a second (it may make an end a nanosecond late); a flow is done at the first
/// nanosecond at which no more than 2^-20 ns of its work is left. A flow of size zero is done at once. While a capacity is 0 nothing flows there and nothing is lost.
/// </para>
/// <para>Source: max-min fairness as in D. Bertsekas and R. Gallager, <i>Data Networks</i>, 2nd ed., 1992, section 6.5.2.</para>
/// </remarks>
public sealed class LinkTree : Resource
{
    private readonly List<Branch> _branches = [];
    private readonly List<Branch> _dirty = [];
    private readonly WaterLevel _level;
    private UInt128 _carried;
    private UInt128 _total;
    private long _carriedAt;
    private long _alarmAt = -1;
    private long _flows;

    /// <summary>A trunk without branches.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="trunk">C, at least 0.</param>
    /// <param name="perFlow">b, above 0: what one flow gets at most; no cap where it is null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate outside its range.</exception>
    public LinkTree(Simulation simulation, string name, DataRate trunk, DataRate? perFlow = null)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trunk.BitsPerSecond, nameof(trunk));
        ArgumentOutOfRangeException.ThrowIfLessThan(perFlow?.BitsPerSecond ?? 1, 1, nameof(perFlow));
        _level = new WaterLevel(_branches, FixedPoint.Rate(trunk), FixedPoint.RateOrUnlimited(perFlow));
    }

    /// <summary>Nobody queues at a shared link.</summary>
    public override int QueueLength => 0;

    /// <inheritdoc/>
    public override long Held => _flows;

    /// <summary>∫ sum of all rates dt so far, in bits.</summary>
    public double CarriedBits => FixedPoint.Bits(_carried + Since(Simulation.Now.Nanoseconds));

    /// <summary>Adds a branch; O(1).</summary>
    /// <param name="bandwidth">c_r, at least 0; unlimited where it is null.</param>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative rate.</exception>
    public int AddBranch(DataRate? bandwidth = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth?.BitsPerSecond ?? 0, nameof(bandwidth));
        _branches.Add(new Branch(_branches.Count, FixedPoint.RateOrUnlimited(bandwidth)));
        return _branches.Count - 1;
    }

    /// <summary>Transfers through a branch; <c>await</c> ends when all has arrived.</summary>
    /// <param name="branch">The number of the branch.</param>
    /// <param name="size">x, at least 0, at most 2^62 bits.</param>
    /// <returns>What the process awaits.</returns>
    public Wait Transfer(int branch, DataSize size)
    {
        FixedPoint.CheckSize(size);
        _ = BranchAt(branch);
        return Ask(size.Bits, branch);
    }

    /// <summary>Starts a transfer now; the customer is woken when it is done.</summary>
    /// <param name="key">Rank among transfers that end at one instant.</param>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">Handed back at the end.</param>
    /// <param name="branch">The number of the branch.</param>
    /// <param name="size">x, at least 0, at most 2^62 bits.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such branch, or a size outside its range.</exception>
    public void Transfer(ulong key, int customer, int tag, int branch, DataSize size)
    {
        FixedPoint.CheckSize(size);
        var through = BranchAt(branch);
        var now = Attain();
        var target = through.Attained(_level.Common.Value, now) + FixedPoint.Work(size);
        through.Flows.Push(new Flow(target, key, customer, tag));
        _flows++;
        NoteArrival(customer, tag);
        MarkDirty(through);
    }

    /// <summary>Changes C from this instant on; O(log branches) for each branch whose limit changes.</summary>
    /// <param name="bandwidth">The new C; 0 is an outage.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative rate.</exception>
    public void SetTrunk(DataRate bandwidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth.BitsPerSecond, nameof(bandwidth));
        Attain();
        _level.Trunk = FixedPoint.Rate(bandwidth);
        Touch();
    }

    /// <summary>Changes c_r from this instant on.</summary>
    /// <param name="branch">The number of the branch.</param>
    /// <param name="bandwidth">The new c_r; 0 is an outage.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such branch, or a negative rate.</exception>
    public void SetBranch(int branch, DataRate bandwidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth.BitsPerSecond, nameof(bandwidth));
        var changed = BranchAt(branch);
        Attain();
        changed.Capacity = FixedPoint.Rate(bandwidth);
        MarkDirty(changed);
    }

    /// <summary>What a flow through a branch gets since the last decision, in bits per second; 0 where it has none.</summary>
    /// <param name="branch">The number of the branch.</param>
    /// <returns>The rate.</returns>
    public double RateOf(int branch) =>
        FixedPoint.BitsPerSecond(
            BranchAt(branch).ServiceNow(_level.CommonAt(Simulation.Now.Nanoseconds), Simulation.Now.Nanoseconds).Rate
        );

    /// <summary>Breaks a transfer off; O(flows).</summary>
    /// <param name="customer">Who transfers.</param>
    /// <param name="tag">What the transfer was started with.</param>
    /// <returns>Whether it was under way.</returns>
    public override bool Withdraw(int customer, int tag)
    {
        Attain();
        var through = _branches.Find(branch => branch.Flows.Remove(customer, tag));
        if (through is null)
        {
            return false;
        }

        _flows--;
        MarkDirty(through);
        return NoteWithdrawal(customer, tag, isFound: true);
    }

    /// <summary>Ends what is done: wake-ups of this instant, in the order of keys among all others of it.</summary>
    /// <inheritdoc/>
    protected internal override void Wake(int tag)
    {
        var now = Attain();
        while (_level.TakeDone(now) is { } done)
        {
            End(done, done.ServiceNow(_level.Common, now));
        }

        Touch();
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) =>
        Transfer(claim.Key, claim.Customer, claim.Tag, claim.Priority, new DataSize(claim.Amount));

    /// <summary>Sets the new water level and the wake-up for the next end.</summary>
    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        var now = Attain();
        foreach (var branch in _dirty)
        {
            _level.Enter(branch, now);
            branch.IsDirty = false;
        }

        _dirty.Clear();
        _total = _level.Settle(now);
        if (_level.NextEnd(now) is not { } next)
        {
            _alarmAt = -1;
            return;
        }

        var at = Simulation.After((Int128)next - now);
        if (at.Nanoseconds != _alarmAt || at == Simulation.Now)
        {
            _alarmAt = at.Nanoseconds;
            Simulation.Schedule(at, 0, Customer, 0);
        }
    }

    private void End(Branch branch, in AttainedService service)
    {
        while (branch.Flows.Count > 0 && service.HasReached(branch.Flows.First.Target))
        {
            var flow = branch.Flows.Pop();
            service.CheckPunctual(flow.Target, this);
            _flows--;
            NoteEnd(flow.Customer, flow.Tag);
            Simulation.Schedule(Simulation.Now, flow.Key, flow.Customer, flow.Tag);
        }

        MarkDirty(branch);
    }

    private void MarkDirty(Branch branch)
    {
        if (!branch.IsDirty)
        {
            branch.IsDirty = true;
            _dirty.Add(branch);
        }

        Touch();
    }

    private long Attain()
    {
        var now = Simulation.Now.Nanoseconds;
        _carried += Since(now);
        _carriedAt = now;
        _level.Attain(now);
        return now;
    }

    /// <summary>What flowed since the last account, at coarse rates.</summary>
    private UInt128 Since(long now) => FixedPoint.Coarse(_total) * (ulong)(now - _carriedAt);

    private Branch BranchAt(int branch) =>
        branch >= 0 && branch < _branches.Count
            ? _branches[branch]
            : throw new ArgumentOutOfRangeException(
                nameof(branch),
                branch,
                string.Create(CultureInfo.InvariantCulture, $"'{Name}' has {_branches.Count} branches, from 0.")
            );
}
