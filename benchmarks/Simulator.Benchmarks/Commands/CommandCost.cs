namespace Simulator.Benchmarks.Commands;

/// <summary>What one run of a command took.</summary>
/// <param name="WallSeconds">By the clock, from start to end of the process.</param>
/// <param name="FirstLineSeconds">By the clock, until it wrote its first line; null where it wrote none.</param>
/// <param name="ProcessorSeconds">Processor time, as last seen before it ended.</param>
/// <param name="PeakBytes">The most memory it had in use, seen every few milliseconds.</param>
internal sealed record CommandCost(
    double WallSeconds,
    double? FirstLineSeconds,
    double ProcessorSeconds,
    long PeakBytes
);
