namespace Simulator.Experiments.Logs;

/// <summary>What became of an attempt.</summary>
public enum LogOutcome
{
    /// <summary>It ended as it should.</summary>
    Ok,

    /// <summary>It ended otherwise.</summary>
    Failed,

    /// <summary>It had not ended when the log was written.</summary>
    Unfinished,
}
