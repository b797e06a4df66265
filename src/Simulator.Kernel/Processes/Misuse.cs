using System.Globalization;

namespace Simulator.Kernel.Processes;

/// <summary>The sentences for what a modeller may get wrong: what, and where.</summary>
internal static class Misuse
{
    public static InvalidOperationException Foreign() =>
        new("A wait of a simulation can be awaited in an 'async Process' method only.");

    public static InvalidOperationException OutsideProcess(Simulation simulation) =>
        At(simulation, "a wait is made outside a process, but only the code of a process can wait");

    public static InvalidOperationException CannotRun(Simulation simulation) =>
        simulation.Current is { } process
            ? At(simulation, $"{process} runs the simulation that it lives in")
            : At(
                simulation,
                "the simulation is running already, or an exception ended it here; it cannot be run again"
            );

    public static InvalidOperationException TwoTables() => new("This simulation has a customer table already.");

    public static InvalidOperationException Empty() =>
        new("A default(Wait) is awaited; waits are made by a simulation or a resource.");

    public static InvalidOperationException NotOneAwait(Process process) =>
        At(
            process.Simulation,
            $"{process} awaits a wait that was awaited before, or that was made before another wait or by another "
                + "process; make a wait where it is awaited, once"
        );

    public static InvalidOperationException SpawnedTwice(Process process) =>
        new($"{process} was spawned or awaited before; call its method again for another process.");

    public static InvalidOperationException AwaitedElsewhere(Process process) =>
        At(process.Simulation, $"{process} is awaited from outside its simulation");

    public static InvalidOperationException AwaitsItself(Process process) =>
        At(process.Simulation, $"{process} awaits its own end");

    public static InvalidOperationException RejectedUnheard(Process process) =>
        At(process.Simulation, $"{process} was rejected where its wait cannot say so; ask by AskOrBeRejected");

    public static InvalidOperationException CannotInterrupt(Process process) =>
        process.State switch
        {
            ProcessState.Cold => new($"{process} cannot be interrupted: it was not spawned."),
            ProcessState.Running => At(process.Simulation, $"{process} interrupts itself; throw instead"),
            ProcessState.Called => At(process.Simulation, $"{process} runs as a part of its caller; interrupt that"),
            _ => At(process.Simulation, $"{process} is interrupted, but it has ended already"),
        };

    private static InvalidOperationException At(Simulation simulation, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"At {simulation.Now}: {what}."));
}
