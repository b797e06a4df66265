using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Processes;

/// <summary>What the compiler makes of <c>await</c> on a <see cref="FirstWait"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FirstAwaiter : IWait
{
    private readonly Process _process;

    internal FirstAwaiter(Process process) => _process = process;

    /// <summary>Always false: the calendar or a decision ends the wait.</summary>
    public bool IsCompleted => false;

    /// <summary>Goes on after the wait, or throws into it.</summary>
    /// <returns>The index of the wait that ended first.</returns>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    public int GetResult()
    {
        _process.ThrowIfInterrupted();
        return _process.First;
    }

    void IWait.Attend(Process frame) { }

    void INotifyCompletion.OnCompleted(Action continuation) => _process.RefuseForeign(continuation);

    void ICriticalNotifyCompletion.UnsafeOnCompleted(Action continuation) => _process.RefuseForeign(continuation);
}
