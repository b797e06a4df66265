using System.Runtime.InteropServices;

namespace Simulator.Cli.Terminal;

/// <summary>Ctrl-C and SIGTERM: the first stops in order, the second at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            context => Stop(context, Cli.ExitCode.Interrupted)
        );
        _terminate = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            context => Stop(context, Cli.ExitCode.Terminated)
        );
    }

    public CancellationToken Token => _source.Token;

    public int ExitCode { get; private set; }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, int exitCode)
    {
        if (_source.IsCancellationRequested)
        {
            Environment.Exit(exitCode);
        }

        context.Cancel = true;
        ExitCode = exitCode;
        _source.Cancel();
    }
}
