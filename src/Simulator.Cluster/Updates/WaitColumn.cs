namespace Simulator.Cluster.Updates;

/// <summary>Where the wait of a step for one service is summed up.</summary>
/// <param name="Service">Index of the service in the model, or <see cref="Place"/> for a place of the rollout.</param>
/// <param name="Column">The column in the rows of the step's level.</param>
/// <param name="IsWithinWork">Whether the time lies between start and end of the step: what sharing a link costs.</param>
public readonly record struct WaitColumn(int Service, int Column, bool IsWithinWork = false)
{
    /// <summary>Stands for the rollout's own limit.</summary>
    public const int Place = -1;
}
