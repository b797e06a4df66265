using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Processes;

/// <summary>What the compiler makes of <c>await</c> on a <see cref="Process"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProcessAwaiter : IWait
{
    private readonly Process _process;

    internal ProcessAwaiter(Process process) => _process = process;

    /// <summary>The process is over already.</summary>
    public bool IsCompleted => _process.IsOver;

    /// <summary>Goes on after the end of the process, or throws into the wait for it.</summary>
    /// <exception cref="InterruptedException">The process that waits was interrupted.</exception>
    public void GetResult()
    {
        _process.Simulation.Current?.ThrowIfInterrupted();
        _process.ThrowIfFailed();
    }

    void IWait.Attend(Process frame) => _process.BeAwaited(frame);

    void INotifyCompletion.OnCompleted(Action continuation) => RefuseForeign(continuation);

    void ICriticalNotifyCompletion.UnsafeOnCompleted(Action continuation) => RefuseForeign(continuation);

    private void RefuseForeign(Action continuation)
    {
        if (_process.IsAtHome)
        {
            _process.Simulation.CurrentProcess().RefuseForeign(continuation);
        }
        else
        {
            continuation();
        }
    }
}
