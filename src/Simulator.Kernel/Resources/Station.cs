using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources;

/// <summary>c identical servers before one queue: first come, first served within a priority.</summary>
/// <remarks>
/// <para>Who comes at one instant is served in the order of keys; a smaller priority number goes first, without pre-emption.</para>
/// <para>Request and release are O(1) amortised with one priority, O(log p) with p of them.</para>
/// </remarks>
public sealed class Station : Resource
{
    private readonly List<int> _priorities = [];
    private readonly List<WaitQueue> _queues = [];
    private Usage _usage;
    private long _busy;
    private int _waiting;

    /// <summary>An idle station.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="servers">Servers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one server.</exception>
    public Station(Simulation simulation, string name, long servers)
        : base(simulation, name)
    {
        if (servers < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(servers), servers, $"'{name}' needs at least one server.");
        }

        Servers = servers;
    }

    /// <summary>The number of servers, c.</summary>
    public long Servers { get; }

    /// <inheritdoc/>
    public override int QueueLength => _waiting;

    /// <inheritdoc/>
    public override long Held => _busy;

    /// <summary>∫ busy servers dt so far, in server-nanoseconds.</summary>
    public Int128 BusyTime => _usage.Until(_busy, Simulation.Now);

    /// <summary>Queues for a server; <c>await</c> it, then <see cref="Release"/>.</summary>
    /// <param name="priority">Smaller goes first.</param>
    /// <returns>What the process awaits.</returns>
    public Wait Acquire(int priority = 0) => Ask(1, priority);

    /// <summary>Joins the queue; the grant comes in the start round of this instant at the earliest.</summary>
    /// <param name="key">Rank among arrivals of one instant.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="tag">Handed back with the grant.</param>
    /// <param name="priority">Smaller goes first.</param>
    public void Request(ulong key, int customer, int tag, int priority = 0)
    {
        NoteArrival(customer, tag);
        QueueOf(priority).Add(new Waiter(key, customer, tag, 1), Simulation.Round);
        _waiting++;
        if (_busy < Servers)
        {
            Touch();
        }
    }

    /// <summary>Gives one server back.</summary>
    /// <exception cref="InvalidOperationException">No server is held.</exception>
    public void Release()
    {
        if (_busy == 0)
        {
            throw new InvalidOperationException(Blame($"releases a server of '{Name}', but none is held"));
        }

        _usage.Close(_busy, Simulation.Now);
        _busy--;
        if (_waiting > 0)
        {
            Touch();
        }
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag)
    {
        foreach (var queue in _queues)
        {
            if (queue.Remove(customer, tag))
            {
                _waiting--;
                return NoteWithdrawal(customer, tag, isFound: true);
            }
        }

        return false;
    }

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Request(claim.Key, claim.Customer, claim.Tag, claim.Priority);

    /// <inheritdoc/>
    protected override void GiveBack(long amount) => Release();

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _usage.Close(_busy, Simulation.Now);
        foreach (var queue in _queues)
        {
            queue.Settle();
            while (queue.Count > 0 && _busy < Servers)
            {
                grants.Give(queue.First);
                queue.RemoveFirst(Simulation);
                _waiting--;
                _busy++;
            }
        }
    }

    private WaitQueue QueueOf(int priority)
    {
        if (_priorities.Count == 1 && _priorities[0] == priority)
        {
            return _queues[0];
        }

        var place = _priorities.BinarySearch(priority);
        if (place < 0)
        {
            place = ~place;
            _priorities.Insert(place, priority);
            _queues.Insert(place, new WaitQueue());
        }

        return _queues[place];
    }
}
