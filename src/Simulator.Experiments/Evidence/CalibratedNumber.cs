namespace Simulator.Experiments.Evidence;

/// <summary>A number of a scenario that its own measurements set.</summary>
/// <param name="Path">The path of the quantity.</param>
/// <param name="Points">The points that set it, at least one, each n once.</param>
/// <param name="Why">Why no documented value serves.</param>
public sealed record CalibratedNumber(string Path, IReadOnlyList<CalibrationPoint> Points, string Why);
