namespace Simulator.Cluster.Records;

/// <summary>Sums over all nodes (groups) that finished a step, in seconds.</summary>
/// <param name="Done">How many finished it.</param>
/// <param name="Start">Sum of the instants at which the work began.</param>
/// <param name="End">Sum of the instants at which it was done.</param>
/// <param name="Work">Sum of the work, transfers with the link to oneself included.</param>
/// <param name="Wait">Sum of the waits, the cost of sharing links included.</param>
/// <param name="Lost">Sum of what failed attempts and pauses cost.</param>
/// <param name="Attempts">Sum of the attempts.</param>
/// <param name="LastEnd">The last end.</param>
/// <param name="BrokenOff">Sum of the work that attempts had done when they were timed out.</param>
public sealed record StepSums(
    long Done,
    double Start,
    double End,
    double Work,
    double Wait,
    double Lost,
    long Attempts,
    double LastEnd,
    double BrokenOff = 0
);
