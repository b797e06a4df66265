namespace Simulator.Kernel.Resources.Limits;

/// <summary>How a lock that is polled is asked for and lost.</summary>
public sealed record PolledLockRules
{
    /// <summary>P: who finds the lock taken, or loses a conflict, looks again after P (1 + J u). Above 0.</summary>
    public required SimTime Period { get; init; }

    /// <summary>J: how much longer a pause may be, as a share of P, with a uniform draw u for each. At least 0.</summary>
    public double Jitter { get; init; }

    /// <summary>Time after which a lock that was not given back is free again; never where it is null. Above 0.</summary>
    public SimTime? TimeToLive { get; init; }

    /// <summary>
    /// Time between seeing the lock free and having written that it is taken; of several who saw the same state the first
    /// to write wins, the others have a conflict. At least 0.
    /// </summary>
    public SimTime WriteDelay { get; init; }
}
