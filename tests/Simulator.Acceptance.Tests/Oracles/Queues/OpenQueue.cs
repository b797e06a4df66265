using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Customers who come, are served once and leave: rows of the kernel's table, no object for any of them.</summary>
/// <remarks>Row i is the customer who comes as number i, kept while it is here; tag <see cref="Arrives"/> makes it source i instead.</remarks>
internal abstract class OpenQueue : CustomerTable
{
    protected const int Served = 0;
    private const int Arrives = -1;

    private readonly Source[] _sources;
    private readonly QueueTotals[] _kinds;
    private readonly Guests _guests = new();
    private readonly int _customers;
    private readonly int _warmUp;
    private int _arrived;

    protected OpenQueue(IReadOnlyList<Arrivals> arrivals, QueuePlan plan)
    {
        Stream = StreamKey.Derive(Models.Seed, plan.Replication);
        _sources = [.. arrivals.Select((one, kind) => new Source(one, Stream, kind))];
        _kinds = [.. arrivals.Select(_ => new QueueTotals())];
        (_customers, _warmUp) = (plan.Customers, plan.WarmUp);
        Simulation.Attach(this);
    }

    /// <summary>Of each kind of customer those who came after the warm-up.</summary>
    public IReadOnlyList<QueueTotals> Kinds => _kinds;

    /// <summary>All who came after the warm-up.</summary>
    public QueueTotals All => QueueTotals.Sum(_kinds);

    /// <summary>What hears nanoseconds in the queue of those served after the warm-up.</summary>
    public List<UpperTail> Waits { get; } = [];

    /// <summary>What hears nanoseconds in queue and service, as <see cref="Waits"/>.</summary>
    public List<UpperTail> Stays { get; } = [];

    /// <summary>Nanoseconds in the queue of all customers served, warm-up included.</summary>
    public long TotalWait { get; private set; }

    /// <summary>Nanoseconds in the queue of the customer who came last.</summary>
    public long LastWait { get; private set; }

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

    protected abstract void Join(int customer, int kind);

    /// <summary>A wake-up of a customer, not of a source.</summary>
    protected abstract void Visit(int customer, int tag);

    protected virtual void FirstObserved() { }

    protected virtual void LastArrived() { }

    protected ulong KeyOf(int customer) => (ulong)(customer + _sources.Length);

    protected SimTime ServiceOf(int customer) => new(_guests[customer].Service);

    /// <summary>Its service begins.</summary>
    protected void Begin(int customer)
    {
        ref var guest = ref _guests[customer];
        guest.Wait = Simulation.Now.Nanoseconds - guest.CameAt;
    }

    /// <summary>Its service, of which <see cref="Begin"/> was told, ends.</summary>
    protected void Finish(int customer) => Leave(customer, _guests[customer].Wait);

    /// <summary>As <see cref="Finish"/>, where nobody said when the service began: at speed 1 it took what it takes.</summary>
    protected void FinishUnseen(int customer)
    {
        ref readonly var guest = ref _guests[customer];
        Leave(customer, Simulation.Now.Nanoseconds - guest.CameAt - guest.Service);
    }

    protected void Lose(int customer)
    {
        ref var guest = ref _guests[customer];
        guest.IsHere = false;
        Completed++;
        if (customer >= _warmUp)
        {
            _kinds[guest.Kind].Lose();
        }
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
        for (var one = 0; one < source.Batch && _arrived < _customers; one++)
        {
            var customer = _arrived++;
            if (customer == _warmUp)
            {
                FirstObserved();
            }

            _guests.Add(
                customer,
                new Guest
                {
                    Number = customer,
                    Kind = kind,
                    CameAt = Simulation.Now.Nanoseconds,
                    Service = source.NextService().Nanoseconds,
                    IsHere = true,
                }
            );
            Join(customer, kind);
        }

        if (_arrived < _customers)
        {
            Simulation.Schedule(Simulation.Now + source.NextGap(), (ulong)kind, kind, Arrives);
        }
        else
        {
            LastArrived();
        }
    }

    private void Leave(int customer, long wait)
    {
        ref var guest = ref _guests[customer];
        guest.IsHere = false;
        Completed++;
        TotalWait += wait;
        LastWait = customer == _customers - 1 ? wait : LastWait;
        if (customer >= _warmUp)
        {
            var stay = Simulation.Now.Nanoseconds - guest.CameAt;
            _kinds[guest.Kind].Serve(wait, stay);
            Tell(Waits, wait);
            Tell(Stays, stay);
        }
    }

    private static void Tell(List<UpperTail> tails, long time)
    {
        for (var index = 0; index < tails.Count; index++)
        {
            tails[index].Add(time);
        }
    }
}
