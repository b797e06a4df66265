namespace Simulator.Experiments.Logs.Reading;

/// <summary>What an instant says of its time zone.</summary>
internal enum LogZone : byte
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A date without offset.</summary>
    None,

    /// <summary>A date with an offset or Z.</summary>
    Offset,
}
