namespace Simulator.Experiments.Studies;

/// <summary>How one service was used in a cell: means over replications.</summary>
/// <param name="Service">Its name; <c>rollout.limit</c> for the rollout's own places.</param>
/// <param name="Kind">station, link, token-bucket, budget or limit.</param>
/// <param name="WaitMean">Mean wait of a node for it, in seconds.</param>
/// <param name="Utilisation">Busy share of its capacity over the makespan, in [0, 1]; null where it has no meaning.</param>
public sealed record ServiceResult(string Service, string Kind, double WaitMean, double? Utilisation);
