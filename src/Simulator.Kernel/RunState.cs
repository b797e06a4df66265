namespace Simulator.Kernel;

/// <summary>Whether a simulation may be run.</summary>
internal enum RunState : byte
{
    /// <summary>It may.</summary>
    Idle,

    /// <summary>It runs; stays so when an exception ends the run, because what was under way is lost.</summary>
    Running,
}
