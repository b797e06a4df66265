using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Processes;

/// <summary>What the compiler makes of <c>await</c> on a <see cref="Wait"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WaitAwaiter : IWait
{
    private readonly Process _process;

    internal WaitAwaiter(Process process) => _process = process;

    /// <summary>Always false: the calendar or a decision ends the wait.</summary>
    public bool IsCompleted => false;

    /// <summary>Goes on after the wait, or throws into it.</summary>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    public void GetResult() => _process.ThrowIfInterrupted();

    void IWait.Attend(Process frame) { }

    void INotifyCompletion.OnCompleted(Action continuation) => _process.RefuseForeign(continuation);

    void ICriticalNotifyCompletion.UnsafeOnCompleted(Action continuation) => _process.RefuseForeign(continuation);
}
