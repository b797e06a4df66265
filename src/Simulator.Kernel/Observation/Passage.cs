namespace Simulator.Kernel.Observation;

/// <summary>What happens to a customer at a resource.</summary>
internal enum Passage
{
    /// <summary>It comes.</summary>
    Arrival,

    /// <summary>It is served from now on, and its end will be told.</summary>
    Start,

    /// <summary>It was given what it asked for; the resource knows no more of it.</summary>
    Grant,

    /// <summary>Its work is done.</summary>
    End,

    /// <summary>It was refused.</summary>
    Rejection,

    /// <summary>It left before its time.</summary>
    Withdrawal,
}
