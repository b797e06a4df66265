namespace Simulator.Kernel.Processes;

/// <summary>An exception left a process: the run is over.</summary>
public sealed class ProcessFailedException : Exception
{
    /// <summary>States which process failed, when and why.</summary>
    /// <param name="process">The process, as messages call it.</param>
    /// <param name="at">The instant.</param>
    /// <param name="failure">What left the process.</param>
    public ProcessFailedException(string process, SimTime at, Exception failure)
        : base($"{process} failed at {at}: {failure.GetType().Name}: {failure.Message}", failure)
    {
        Process = process;
        At = at;
    }

    /// <summary>The process, such as <c>Update #7</c>: its method and its spawn number.</summary>
    public string Process { get; }

    /// <summary>The instant at which it failed.</summary>
    public SimTime At { get; }
}
