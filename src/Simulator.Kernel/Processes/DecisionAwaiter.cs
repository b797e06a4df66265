using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Processes;

/// <summary>What the compiler makes of <c>await</c> on a <see cref="DecisionWait"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecisionAwaiter : IWait
{
    private readonly Process _process;

    internal DecisionAwaiter(Process process) => _process = process;

    /// <summary>Always false: the calendar or a decision ends the wait.</summary>
    public bool IsCompleted => false;

    /// <summary>Goes on after the wait, or throws into it.</summary>
    /// <returns>Whether the request was granted.</returns>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    public bool GetResult() => _process.TakeDecision();

    void IWait.Attend(Process frame) { }

    void INotifyCompletion.OnCompleted(Action continuation) => _process.RefuseForeign(continuation);

    void ICriticalNotifyCompletion.UnsafeOnCompleted(Action continuation) => _process.RefuseForeign(continuation);
}
