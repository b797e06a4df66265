using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Customers who come, are served once and leave: rows of the kernel's table, no object for any of them.</summary>
/// <remarks>Row i is the customer who comes as number i; tag <see cref="Arrives"/> makes it source i instead.</remarks>
internal abstract class OpenQueue : CustomerTable
{
    protected const int Served = 0;
    private const int Arrives = -1;

    /// <summary>The wait of a customer who left without service.</summary>
    private const long Never = -1;

    private readonly Source[] _sources;
    private readonly byte[]? _kinds;

    /// <summary>When a customer came; once it left, how long it stayed: ten million customers want little memory.</summary>
    private readonly long[] _stays;

    /// <summary>How long its service takes; once that began, how long it waited.</summary>
    private readonly long[] _waits;
    private readonly int _warmUp;
    private int _arrived;

    protected OpenQueue(IReadOnlyList<Arrivals> arrivals, QueuePlan plan)
    {
        Stream = StreamKey.Derive(Models.Seed, plan.Replication);
        _sources = [.. arrivals.Select((one, kind) => new Source(one, Stream, kind))];
        _warmUp = plan.WarmUp;
        _kinds = arrivals.Count > 1 ? new byte[plan.Customers] : null;
        _waits = new long[plan.Customers];
        _stays = new long[plan.Customers];
        Simulation.Attach(this);
    }

    public int Customers => _waits.Length;

    /// <summary>Customers who left, served or not.</summary>
    public int Completed { get; private set; }

    protected Simulation Simulation { get; } = new();

    protected StreamKey Stream { get; }

    /// <summary>Lets all customers come and go.</summary>
    public void Run()
    {
        for (var kind = 0; kind < _sources.Length; kind++)
        {
            Simulation.Schedule(SimTime.Zero, (ulong)kind, kind, Arrives);
        }

        Simulation.Run();
    }

    /// <summary>Seconds in the queue of those served after the warm-up, in the order of arrival.</summary>
    public double[] Waits(int? kind = null) => Times(_waits, kind);

    /// <summary>Seconds in queue and service, as <see cref="Waits"/>.</summary>
    public double[] Stays(int? kind = null) => Times(_stays, kind);

    /// <summary>The share of customers after the warm-up who left without service.</summary>
    public double ShareLost() => _waits.AsSpan(_warmUp).Count(Never) / (double)(Customers - _warmUp);

    /// <summary>Nanoseconds in the queue of all customers together, warm-up included.</summary>
    public long TotalWait() => _waits.Sum();

    protected abstract void Join(int customer, int kind);

    /// <summary>A wake-up of a customer, not of a source.</summary>
    protected abstract void Visit(int customer, int tag);

    protected virtual void FirstObserved() { }

    protected virtual void LastArrived() { }

    protected ulong KeyOf(int customer) => (ulong)(customer + _sources.Length);

    protected SimTime ServiceOf(int customer) => new(_waits[customer]);

    /// <summary>Its service begins; from now on <see cref="ServiceOf"/> is forgotten.</summary>
    protected void Begin(int customer) => _waits[customer] = Simulation.Now.Nanoseconds - _stays[customer];

    protected void Finish(int customer)
    {
        _stays[customer] = Simulation.Now.Nanoseconds - _stays[customer];
        Completed++;
    }

    /// <summary>As <see cref="Finish"/>, where nobody said when the service began: at speed 1 it took what it takes.</summary>
    protected void FinishUnseen(int customer)
    {
        Finish(customer);
        _waits[customer] = _stays[customer] - _waits[customer];
    }

    protected void Lose(int customer)
    {
        (_waits[customer], _stays[customer]) = (Never, Never);
        Completed++;
    }

    protected sealed override void Wake(int customer, int tag)
    {
        if (tag == Arrives)
        {
            Arrive(customer);
        }
        else
        {
            Visit(customer, tag);
        }
    }

    private void Arrive(int kind)
    {
        var source = _sources[kind];
        for (var one = 0; one < source.Batch && _arrived < Customers; one++)
        {
            var customer = _arrived++;
            if (customer == _warmUp)
            {
                FirstObserved();
            }

            _stays[customer] = Simulation.Now.Nanoseconds;
            _waits[customer] = source.NextService().Nanoseconds;
            _kinds?[customer] = (byte)kind;
            Join(customer, kind);
        }

        if (_arrived < Customers)
        {
            Simulation.Schedule(Simulation.Now + source.NextGap(), (ulong)kind, kind, Arrives);
        }
        else
        {
            LastArrived();
        }
    }

    private double[] Times(long[] times, int? kind)
    {
        var seconds = new double[Customers - _warmUp];
        var count = 0;
        for (var customer = _warmUp; customer < Customers; customer++)
        {
            if (times[customer] >= 0 && (kind is null || _kinds is null || _kinds[customer] == kind))
            {
                seconds[count++] = new SimTime(times[customer]).Seconds;
            }
        }

        Array.Resize(ref seconds, count);
        return seconds;
    }
}
