using System.ComponentModel;

namespace Simulator.Kernel.Processes;

/// <summary>Something to await, made by a process for its own next <c>await</c>: a delay, a request, a transfer.</summary>
/// <remarks>
/// <para>A description: nothing is asked for before the <c>await</c>. Await it once, in the process and before the next
/// wait of the process that made it. <c>default</c> can not be awaited.</para>
/// </remarks>
public readonly struct Wait
{
    internal Wait(Process process, Agent? target, long amount, int priority = 0)
    {
        Process = process;
        Target = target;
        Amount = amount;
        Priority = priority;
        Ticket = process.Tag;
    }

    internal Process? Process { get; }

    /// <summary>Where to wait; null for the clock.</summary>
    internal Agent? Target { get; }

    /// <summary>Nanoseconds, servers, units, tokens or bits.</summary>
    internal long Amount { get; }

    internal int Priority { get; }

    /// <summary>The tag of the wait that it was made for.</summary>
    internal int Ticket { get; }

    /// <summary>Begins the wait; the compiler calls this.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WaitAwaiter GetAwaiter() => new(Process.Enter(this));
}
