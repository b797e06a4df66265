using System.Globalization;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources.Limits;

/// <summary>At most k requests in flight; q more may wait in line, and who finds the line full is refused.</summary>
/// <remarks>First come, first served. O(1) per request. With q = 0 it is Erlang's loss system, without bound a station.</remarks>
public sealed class InFlightLimit : Resource
{
    private readonly WaitQueue _arrivals = new();
    private readonly WaitQueue _line = new();
    private readonly long _mostWaiting;
    private Usage _usage;
    private long _inFlight;

    /// <summary>A limit with nothing in flight.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limit">k, at least 1.</param>
    /// <param name="mostWaiting">q, at least 0; without bound where it is null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public InFlightLimit(Simulation simulation, string name, long limit, long? mostWaiting = null)
        : base(simulation, name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(mostWaiting ?? 0, nameof(mostWaiting));
        (Limit, _mostWaiting) = (limit, mostWaiting ?? long.MaxValue);
    }

    /// <summary>k.</summary>
    public long Limit { get; }

    /// <inheritdoc/>
    public override int QueueLength => _arrivals.Count + _line.Count;

    /// <inheritdoc/>
    public override long Held => _inFlight;

    /// <summary>Requests refused so far.</summary>
    public long RejectedCount { get; private set; }

    /// <summary>∫ requests in flight dt so far, in request-nanoseconds.</summary>
    public Int128 BusyTime => _usage.Until(_inFlight, Simulation.Now);

    /// <summary>Asks to start; <c>await</c> gives true when it may, false when it was refused. Then <see cref="Release"/>.</summary>
    /// <returns>What the process awaits.</returns>
    public DecisionWait Acquire() => AskOrBeRejected();

    /// <summary>Asks to start; granted, or refused, in the start round of this instant at the earliest.</summary>
    /// <param name="key">Rank among arrivals of one instant.</param>
    /// <param name="customer">Who asks.</param>
    /// <param name="tag">Handed back with the decision.</param>
    public void Request(ulong key, int customer, int tag)
    {
        NoteArrival(customer, tag);
        _arrivals.Add(new Waiter(key, customer, tag, 1), Simulation.Round);
        Touch();
    }

    /// <summary>A request is over.</summary>
    /// <exception cref="InvalidOperationException">None is in flight.</exception>
    public void Release()
    {
        if (_inFlight == 0)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At {Simulation.Now}: {Caller} ends a request at '{Name}', but none is in flight."
                )
            );
        }

        _usage.Close(_inFlight, Simulation.Now);
        _inFlight--;
        Touch();
    }

    /// <inheritdoc/>
    public override bool Withdraw(int customer, int tag) =>
        NoteWithdrawal(customer, tag, _arrivals.Remove(customer, tag) || _line.Remove(customer, tag));

    /// <inheritdoc/>
    protected override void Enter(in Claim claim) => Request(claim.Key, claim.Customer, claim.Tag);

    /// <inheritdoc/>
    protected override void GiveBack(long amount) => Release();

    /// <inheritdoc/>
    protected override void Decide(GrantList grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _usage.Close(_inFlight, Simulation.Now);
        _arrivals.Settle();
        Start(_line, grants);
        Start(_arrivals, grants);
        for (; _arrivals.Count > 0; _arrivals.RemoveFirst())
        {
            if (_line.Count < _mostWaiting)
            {
                _line.Add(_arrivals.First, Simulation.Round);
            }
            else
            {
                RejectedCount++;
                grants.Reject(_arrivals.First);
            }
        }
    }

    private void Start(WaitQueue queue, GrantList grants)
    {
        for (; queue.Count > 0 && _inFlight < Limit; queue.RemoveFirst())
        {
            grants.Give(queue.First);
            _inFlight++;
        }
    }
}
