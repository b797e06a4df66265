using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Processes;

/// <summary>What the compiler builds an <c>async Process</c> method with; of no use to anyone else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ProcessMethodBuilder
{
    private Process? _process;

    /// <summary>The process that the method returns.</summary>
    public readonly Process Task => _process!;

    /// <summary>A builder for one call of the method.</summary>
    public static ProcessMethodBuilder Create() => default;

    /// <summary>Moves the state machine into its process; the process is cold: nothing of the method runs yet.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var process = new ProcessBox<TStateMachine>();
        _process = process;
        process.StateMachine = stateMachine;
    }

    /// <summary>Never called by a current compiler.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The compiler asks for an instance method.")]
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>The method returned.</summary>
    public readonly void SetResult() => _process!.End(failure: null);

    /// <summary>An exception left the method.</summary>
    public readonly void SetException(Exception exception) => _process!.End(exception);

    /// <summary>The method stands at an <c>await</c>.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : IWait
        where TStateMachine : IAsyncStateMachine => awaiter.Attend(_process!);

    /// <summary>The method stands at an <c>await</c>.</summary>
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref TAwaiter awaiter,
        ref TStateMachine stateMachine
    )
        where TAwaiter : IWait
        where TStateMachine : IAsyncStateMachine => awaiter.Attend(_process!);
}
