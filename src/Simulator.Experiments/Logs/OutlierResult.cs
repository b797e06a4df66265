namespace Simulator.Experiments.Logs;

/// <summary>A duration far from the others of its step.</summary>
/// <param name="Row">The line of the file.</param>
/// <param name="Node">The node; null where the log names none.</param>
/// <param name="Seconds">The duration.</param>
public sealed record OutlierResult(int Row, string? Node, double Seconds);
