namespace Simulator.Experiments.Running;

/// <summary>A range of replications of a cell: what a thread takes at a time, and what is kept on disk.</summary>
internal sealed record WorkUnit(CellRun Run, int First, int Count);
