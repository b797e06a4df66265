using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Processes;

/// <summary>A process with the state of its method inside: one object a process.</summary>
internal sealed class ProcessBox<TStateMachine> : Process
    where TStateMachine : IAsyncStateMachine
{
    // a field, because the state machine may be a struct that moves on in place
    public TStateMachine? StateMachine;

    public override string Name => MethodName.Of(typeof(TStateMachine));

    internal override void MoveNext()
    {
        StateMachine!.MoveNext();
        if (IsOver)
        {
            StateMachine = default;
        }
    }
}
