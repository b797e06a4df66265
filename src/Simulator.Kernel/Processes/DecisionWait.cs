using System.ComponentModel;

namespace Simulator.Kernel.Processes;

/// <summary>A request that may be refused: true when it was granted, false when it was rejected.</summary>
/// <remarks>As <see cref="Wait"/>: await it once, where it is made.</remarks>
public readonly struct DecisionWait
{
    private readonly Wait _wait;

    internal DecisionWait(in Wait wait) => _wait = wait;

    /// <summary>Begins the wait; the compiler calls this.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DecisionAwaiter GetAwaiter() => new(Process.Enter(_wait));
}
