using System.ComponentModel;

namespace Simulator.Kernel.Processes;

/// <summary>Several waits at once: over when all are over; an interrupt withdraws, or gives back, every one.</summary>
/// <remarks>As <see cref="Wait"/>: await it once, where it is made.</remarks>
public readonly struct AllWait
{
    private readonly Wait _wait;

    internal AllWait(in Wait wait) => _wait = wait;

    /// <summary>Begins the wait; the compiler calls this.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WaitAwaiter GetAwaiter() => new(Process.Enter(_wait));
}
