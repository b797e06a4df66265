namespace Simulator.Experiments.Floors;

/// <summary>One figure of the floor: exact, estimated with an interval, or not estimable.</summary>
/// <param name="Name">What it is, such as <c>t_inf_p95</c>.</param>
/// <param name="Seconds">The figure; null where it cannot be estimated.</param>
/// <param name="Lower">Lower end of its interval; null where there is none.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="IsExact">Whether it comes from quadrature: then it has no interval.</param>
public sealed record FloorFigure(string Name, double? Seconds, double? Lower, double? Upper, bool IsExact);
