namespace Simulator.Benchmarks.Paired;

/// <summary>What several contenders do in turn; the first is the one that the others are compared with.</summary>
/// <param name="Name">The workload and its size.</param>
/// <param name="Events">Events that each is credited with, whatever it executes.</param>
/// <param name="Contenders">Who does it, at least one.</param>
internal sealed record Workload(string Name, double Events, IReadOnlyList<Contender> Contenders)
{
    /// <summary>
    /// How many times in succession it is done to be measured once, at least 1: what takes milliseconds is mostly compiled
    /// while it is measured, unless it is done often.
    /// </summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Whether time by the clock is compared, not time of processors: where threads are the point.</summary>
    public bool CountsWallTime { get; init; }
}
