using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Processes;

/// <summary>What a <see cref="Process"/> may await. Nothing else compiles (CS0315): no task, no clock of the machine.</summary>
public interface IWait : ICriticalNotifyCompletion
{
    /// <summary>Called once the process stands at the <c>await</c>.</summary>
    internal void Attend(Process frame);
}
