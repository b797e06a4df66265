namespace Simulator.Kernel.Processes;

/// <summary>Somebody interrupted the process while it waited; the wait is withdrawn and holds nothing.</summary>
public sealed class InterruptedException : Exception
{
    /// <summary>States the cause.</summary>
    /// <param name="cause">What the interrupter handed over.</param>
    public InterruptedException(object? cause)
        : base(cause is null ? "Interrupted." : $"Interrupted: {cause}.")
    {
        Cause = cause;
    }

    /// <summary>What the interrupter handed over, if anything.</summary>
    public object? Cause { get; }
}
