namespace Simulator.Experiments.Analytic;

/// <summary>Batches of one size that follow each other.</summary>
/// <param name="Nodes">Nodes of each; 0 for a wave that adds nobody.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Pause">Seconds after each of them but the last of all.</param>
internal readonly record struct BatchRun(long Nodes, long Count, double Pause);
