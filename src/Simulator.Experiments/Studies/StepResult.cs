namespace Simulator.Experiments.Studies;

/// <summary>What one step did in a cell: means over replications and over the nodes (groups) that finished it, in seconds; null where none did.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Per">Its level.</param>
/// <param name="StartMean">Instant at which the work began.</param>
/// <param name="EndMean">Instant at which it was done.</param>
/// <param name="WorkMean">Work of the last attempt, transfers with the link to oneself included.</param>
/// <param name="WaitMean">Waits for services, the cost of sharing links included.</param>
/// <param name="LostMean">Lost to failed attempts and pauses.</param>
/// <param name="AttemptsMean">Attempts.</param>
/// <param name="LastEndMean">Instant at which the last one was done.</param>
public sealed record StepResult(
    string Step,
    string Per,
    double? StartMean,
    double? EndMean,
    double? WorkMean,
    double? WaitMean,
    double? LostMean,
    double? AttemptsMean,
    double? LastEndMean
);
