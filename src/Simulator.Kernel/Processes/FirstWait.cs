using System.ComponentModel;

namespace Simulator.Kernel.Processes;

/// <summary>The first of several waits: the others are withdrawn, or given back.</summary>
/// <remarks>As <see cref="Wait"/>: await it once, where it is made.</remarks>
public readonly struct FirstWait
{
    private readonly Wait _wait;

    internal FirstWait(in Wait wait) => _wait = wait;

    /// <summary>Begins the wait; the compiler calls this.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FirstAwaiter GetAwaiter() => new(Process.Enter(_wait));
}
