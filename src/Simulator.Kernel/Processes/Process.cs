using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Processes;

/// <summary>A customer written as an <c>async</c> method: what happens to it, from top to bottom.</summary>
/// <remarks>
/// <para>
/// Cold: nothing runs until <see cref="Kernel.Simulation.Spawn(Process)"/> gives it a place, or another process awaits it.
/// Awaiting a cold process calls it, as a part of the caller: an interrupt of the caller ends the wait inside, exceptions
/// come out at the <c>await</c>. Awaiting a spawned one waits for its end.
/// </para>
/// <para>It may await waits of its simulation only; anything else does not compile. A wait allocates nothing.</para>
/// <para>An exception that leaves a spawned process ends the run by <see cref="ProcessFailedException"/>. Not thread-safe.</para>
/// </remarks>
[AsyncMethodBuilder(typeof(ProcessMethodBuilder))]
public abstract class Process : Agent
{
    private static readonly object Rejection = new();

    private ulong _key;

    /// <summary>How the wait ended, if not by being granted: an exception to throw, or <see cref="Rejection"/>.</summary>
    private object? _outcome;
    private ProcessDetails? _details;

    private protected Process() { }

    /// <summary>The method that it runs.</summary>
    public abstract string Name { get; }

    /// <summary>It came to its end, or failed.</summary>
    public bool IsOver => State >= ProcessState.Finished;

    /// <summary>The end as a wait, for <c>AllOf</c> and <c>AnyOf</c>; a process that loses there goes on.</summary>
    /// <exception cref="InvalidOperationException">Asked for outside a process, or of a process that was not spawned.</exception>
    public Wait Ended => new(Simulation.CurrentProcess(), this, 0);

    internal ProcessState State { get; private set; }

    /// <summary>The number of its present or next wait; a wake-up with another number is stale.</summary>
    internal int Tag { get; private set; }

    /// <summary>What it waits at, or the caller of a called one; null where it waits for time alone.</summary>
    internal Agent? Target { get; private set; }

    /// <summary>Which wait of <c>AnyOf</c> ended first.</summary>
    internal int First => _details!.First;

    private bool HasFailed => State == ProcessState.Failed;

    private ProcessDetails Details => _details ??= new ProcessDetails();

    /// <summary>Throws <see cref="InterruptedException"/> inside the wait of the process, at this instant.</summary>
    /// <param name="cause">Handed over with the exception.</param>
    /// <remarks>
    /// What the process queued for is withdrawn at once, and what it was granted without having seen it is given back.
    /// If the process is not at a wait yet, or is being interrupted already, the exception meets it at its next one.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Not spawned, over already, a part of its caller, or running itself.</exception>
    public void Interrupt(object? cause = null)
    {
        switch (State)
        {
            case ProcessState.Waiting:
                LeaveWait();
                Raise(new InterruptedException(cause));
                break;
            case ProcessState.Spawned or ProcessState.Interrupted:
                Details.Interruptions.Enqueue(new InterruptedException(cause));
                break;
            default:
                throw Misuse.CannotInterrupt(this);
        }
    }

    /// <summary>Waits for the end of a spawned process, or calls a cold one; the compiler calls this.</summary>
    /// <exception cref="InvalidOperationException">It awaits itself, or lives in another simulation.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProcessAwaiter GetAwaiter()
    {
        if (IsAtHome && !IsOver && (Simulation.Current ?? throw Misuse.AwaitedElsewhere(this)) == this)
        {
            throw Misuse.AwaitsItself(this);
        }

        return new ProcessAwaiter(this);
    }

    /// <summary>Method and spawn number, such as <c>Update #7</c>.</summary>
    public override string ToString() => State == ProcessState.Cold ? Name : $"{Name} #{_key}";

    /// <summary>Begins a wait of the running process.</summary>
    internal static Process Enter(in Wait wait)
    {
        var process = wait.Process ?? throw Misuse.Empty();
        if (process.State != ProcessState.Running || wait.Ticket != process.Tag)
        {
            throw Misuse.NotOneAwait(process);
        }

        process.Stand(wait);
        return process;
    }

    /// <summary>Takes its place in a simulation; the first step comes at this instant.</summary>
    internal void Start(Simulation simulation, ulong key, AgentRegister register)
    {
        if (State != ProcessState.Cold)
        {
            throw Misuse.SpawnedTwice(this);
        }

        var customer = register.Lend(this, out var firstTag);
        Settle(simulation, customer);
        (Tag, _key, State) = (firstTag, key, ProcessState.Spawned);
        simulation.ScheduleIn(0, key, customer, firstTag);
    }

    /// <summary>A frame of the running process awaits this one.</summary>
    internal void BeAwaited(Process frame)
    {
        var root = frame.Simulation.Current!;
        if (State == ProcessState.Cold)
        {
            Settle(root.Simulation, root.Customer);
            (_key, State, Target) = (root._key, ProcessState.Called, frame);
            root.GoOnIn(this);
        }
        else
        {
            root.Stand(new Wait(root, this, 0));
        }
    }

    /// <summary>The method is at its end.</summary>
    internal void End(Exception? failure)
    {
        var caller = State == ProcessState.Called ? (Process?)Target : null;
        State = failure is null ? ProcessState.Finished : ProcessState.Failed;
        _outcome = failure;
        _details?.WakeJoiners(Simulation);
        if (caller is not null)
        {
            Target = null;
            Simulation.Current!.GoOnIn(caller);
        }
        else if (failure is null)
        {
            Simulation.Dismiss(this);
        }
    }

    internal abstract void MoveNext();

    internal override void Begin(in Claim claim)
    {
        Details.Joiners.Add(claim);
        if (IsOver)
        {
            Details.WakeJoiners(Simulation);
        }
    }

    internal override void Cancel(int customer, int tag) => _details?.RemoveJoiner(customer, tag);

    /// <summary>Called first on waking: throws what the wait ended with, if it was not a grant.</summary>
    internal void ThrowIfInterrupted()
    {
        if (_outcome is not null)
        {
            ThrowOutcome();
        }
    }

    internal void ThrowIfFailed() => (HasFailed ? ExceptionDispatchInfo.Capture((Exception)_outcome!) : null)?.Throw();

    /// <summary>A method that is no process awaits in its name: the wait is undone, and the method hears why.</summary>
    internal void RefuseForeign(Action continuation)
    {
        LeaveWait();
        (_outcome, State) = (Misuse.Foreign(), ProcessState.Running);
        continuation();
    }

    internal bool TakeDecision()
    {
        if (_outcome != Rejection)
        {
            ThrowIfInterrupted();
            return true;
        }

        _outcome = null;
        return false;
    }

    /// <summary>A combination of waits is over and used some tags of its own.</summary>
    internal void EndCombination(int first, int tags)
    {
        Details.First = first;
        SkipTags(tags);
        Resume();
    }

    internal void SkipTags(int tags) => Tag = unchecked(Tag + tags);

    /// <inheritdoc/>
    protected internal sealed override void Wake(int tag)
    {
        if (tag == Tag)
        {
            Resume();
        }
        else if (Target is Combination combination)
        {
            combination.Hear(unchecked(tag - Tag - 1));
        }
    }

    /// <inheritdoc/>
    protected internal sealed override void Rejected(int tag)
    {
        _outcome = tag == Tag ? Rejection : _outcome;
        Wake(tag);
    }

    private void Stand(in Wait wait)
    {
        if (_details is not null && _details.Interruptions.TryDequeue(out var interruption))
        {
            Raise(interruption);
            return;
        }

        if (wait.Target is null)
        {
            Simulation.ScheduleIn(wait.Amount, _key, Customer, Tag);
        }
        else
        {
            wait.Target.Begin(new Claim(_key, Customer, Tag, wait.Amount, wait.Priority));
            Target = wait.Target;
        }

        State = ProcessState.Waiting;
    }

    /// <summary>Withdraws from the wait, or gives back what it brought; its wake-ups are stale from now.</summary>
    private void LeaveWait()
    {
        Target?.Cancel(Customer, Tag);
        Target = null;
        SkipTags(1);
    }

    private void Raise(InterruptedException interruption)
    {
        _outcome = interruption;
        State = ProcessState.Interrupted;
        Simulation.ScheduleIn(0, _key, Customer, Tag);
    }

    /// <summary>Runs the process to its next wait, called processes included.</summary>
    private void Resume()
    {
        var simulation = Simulation;
        Tag = unchecked(Tag + 1);
        State = ProcessState.Running;
        Target = null;
        simulation.Current = this;
        (_details?.Frame ?? this).MoveNext();
        while (_details is { GoesOn: true })
        {
            _details.GoesOn = false;
            _details.Frame!.MoveNext();
        }

        simulation.Current = null;
        if (HasFailed)
        {
            throw new ProcessFailedException(ToString(), simulation.Now, (Exception)_outcome!);
        }
    }

    private void GoOnIn(Process frame)
    {
        Details.Frame = frame;
        Details.GoesOn = true;
    }

    private void ThrowOutcome()
    {
        var outcome = _outcome;
        _outcome = null;
        throw outcome as Exception ?? Misuse.RejectedUnheard(this);
    }
}
