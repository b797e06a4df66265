namespace Simulator.Experiments.Running;

/// <summary>How far a study is.</summary>
/// <param name="Done">Node-replications done, resumed ones included.</param>
/// <param name="Resumed">Node-replications that were found done.</param>
/// <param name="Known">Node-replications that are known to be needed so far; grows when a cell is not precise yet.</param>
/// <param name="CellsDone">Cells that have all their replications.</param>
/// <param name="Cells">All cells.</param>
public sealed record StudyProgress(long Done, long Resumed, long Known, int CellsDone, int Cells);
