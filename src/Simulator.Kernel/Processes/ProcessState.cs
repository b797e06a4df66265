namespace Simulator.Kernel.Processes;

/// <summary>Where a process is in its life.</summary>
internal enum ProcessState : byte
{
    /// <summary>Written down, lives in no simulation.</summary>
    Cold,

    /// <summary>Spawned; its first step comes at this instant.</summary>
    Spawned,

    /// <summary>Its code runs right now.</summary>
    Running,

    /// <summary>At an <c>await</c>.</summary>
    Waiting,

    /// <summary>At an <c>await</c>, withdrawn from it; the interrupt arrives at this instant.</summary>
    Interrupted,

    /// <summary>Awaited without being spawned: runs as a part of its caller.</summary>
    Called,

    /// <summary>Came to its end.</summary>
    Finished,

    /// <summary>Ended by an exception.</summary>
    Failed,
}
