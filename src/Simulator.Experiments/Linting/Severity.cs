namespace Simulator.Experiments.Linting;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing: at the sizes of the file it costs nothing, or nothing can be done about it.</summary>
    Note,

    /// <summary>It costs time, or misses the goal, at a size of the file.</summary>
    Warning,

    /// <summary>The rollout can never finish.</summary>
    Error,
}
