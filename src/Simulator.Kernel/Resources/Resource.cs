using System.Globalization;
using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Resources;

/// <summary>What customers wait for. Requests and releases are noted at once; starts are decided once per instant.</summary>
/// <remarks>
/// A resource of one's own overrides <see cref="Decide"/> and calls <see cref="Touch"/> whenever a decision may be due.
/// For processes to await it, it makes waits by <see cref="Ask"/> and overrides <see cref="Enter"/>,
/// <see cref="Withdraw"/> and <see cref="GiveBack"/>. For monitors it tells who came (<see cref="NoteArrival"/>) and who left
/// other than by a decision (<see cref="NoteWithdrawal"/>, <see cref="NoteEnd"/>).
/// </remarks>
public abstract class Resource : Agent
{
    private bool _isTouched;
    private MonitorRegister? _monitors;

    /// <summary>Enters the simulation's register.</summary>
    /// <param name="simulation">The simulation that it lives in.</param>
    /// <param name="name">What messages call it.</param>
    protected Resource(Simulation simulation, string name)
        : base(simulation)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Customers that wait.</summary>
    public abstract int QueueLength { get; }

    /// <summary>What is held at present: servers, units or flows. Zero at the end of a sound run.</summary>
    public abstract long Held { get; }

    /// <summary>Whose code runs right now, as messages call it.</summary>
    private protected string Caller => Simulation.Current?.ToString() ?? "a customer";

    /// <summary>The sentence for a misuse: when, who and what.</summary>
    private protected string Blame(FormattableString what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"At {Simulation.Now}: {Caller} {FormattableString.Invariant(what)}."
        );

    /// <summary>Takes back a request that waits; O(queue).</summary>
    /// <param name="customer">Who asked.</param>
    /// <param name="tag">What the request was made with.</param>
    /// <returns>Whether the request was still waiting.</returns>
    public virtual bool Withdraw(int customer, int tag) => false;

    /// <summary>Kind and name, as messages call it.</summary>
    public override string ToString() => $"{GetType().Name} '{Name}'";

    internal sealed override void Begin(in Claim claim) => Enter(claim);

    internal sealed override void Cancel(int customer, int tag)
    {
        if (!Withdraw(customer, tag) && Simulation.TryFindGrant(customer, tag, out var amount))
        {
            GiveBack(amount);
        }
    }

    internal sealed override void TakeBack(long amount) => GiveBack(amount);

    internal void DecideTouched(GrantList grants)
    {
        _isTouched = false;
        var before = grants.Count;
        Decide(grants);
        for (var index = before; _monitors is not null && index < grants.Count; index++)
        {
            var (request, isGiven) = grants[index];
            _monitors.Tell(isGiven ? Passage.Grant : Passage.Rejection, request.Customer, request.Tag);
        }
    }

    internal void Attach(ResourceMonitor monitor) => (_monitors ??= new MonitorRegister()).Add(monitor);

    /// <summary>Asks for a decision at the end of this round of the instant.</summary>
    protected void Touch()
    {
        if (!_isTouched)
        {
            _isTouched = true;
            Simulation.Touch(this);
        }
    }

    /// <summary>A customer comes, as monitors are to know; one comparison where none is attached.</summary>
    /// <param name="customer">Who comes.</param>
    /// <param name="tag">What it will be answered with; with the customer, unique among those who are here.</param>
    protected void NoteArrival(int customer, int tag) => _monitors?.Tell(Passage.Arrival, customer, tag);

    /// <summary>A customer is served from now on, where the resource will also tell its end.</summary>
    /// <param name="customer">Who came.</param>
    /// <param name="tag">What it came with.</param>
    protected void NoteStart(int customer, int tag) => _monitors?.Tell(Passage.Start, customer, tag);

    /// <summary>What a customer came for is done. Grants and refusals by <see cref="Decide"/> are known without it.</summary>
    /// <param name="customer">Who came.</param>
    /// <param name="tag">What it came with.</param>
    protected void NoteEnd(int customer, int tag) => _monitors?.Tell(Passage.End, customer, tag);

    /// <summary>A customer leaves before its time.</summary>
    /// <param name="customer">Who came.</param>
    /// <param name="tag">What it came with.</param>
    /// <param name="isFound">Whether it was here.</param>
    /// <returns><paramref name="isFound"/>.</returns>
    protected bool NoteWithdrawal(int customer, int tag, bool isFound)
    {
        if (isFound)
        {
            _monitors?.Tell(Passage.Withdrawal, customer, tag);
        }

        return isFound;
    }

    /// <summary>Makes a wait for the process that runs now.</summary>
    /// <param name="amount">How much it asks for.</param>
    /// <param name="priority">Smaller goes first, where the resource knows priorities.</param>
    /// <returns>What the process awaits; <see cref="Enter"/> is called when it does.</returns>
    /// <exception cref="InvalidOperationException">No process runs now.</exception>
    protected Wait Ask(long amount = 1, int priority = 0) => new(Simulation.CurrentProcess(), this, amount, priority);

    /// <summary>Makes a wait for the process that runs now, which tells whether it was granted or rejected.</summary>
    /// <param name="amount">How much it asks for.</param>
    /// <param name="priority">Smaller goes first, where the resource knows priorities.</param>
    /// <returns>What the process awaits; <see cref="Enter"/> is called when it does.</returns>
    /// <exception cref="InvalidOperationException">No process runs now.</exception>
    protected DecisionWait AskOrBeRejected(long amount = 1, int priority = 0) => new(Ask(amount, priority));

    /// <summary>A process awaits what <see cref="Ask"/> made: its request is to be noted.</summary>
    /// <param name="claim">Who asks for how much.</param>
    protected virtual void Enter(in Claim claim) =>
        throw new NotSupportedException($"{this} is nothing that a process can wait for.");

    /// <summary>A process was granted something and interrupted before it saw it: the resource gets it back.</summary>
    /// <param name="amount">What <see cref="GrantList.Give"/> was told.</param>
    protected virtual void GiveBack(long amount) { }

    /// <summary>Decides whom to start now.</summary>
    /// <param name="grants">Where to enter the decisions; customers are told in the order of keys.</param>
    protected abstract void Decide(GrantList grants);

    /// <summary>A wake-up of its own, where it schedules any.</summary>
    /// <param name="tag">What it was scheduled with.</param>
    protected internal override void Wake(int tag) => Touch();
}
