namespace Simulator.Kernel.Random.Numerics;

/// <summary>A transformed quantile y at a normal score z, with dy/dz and d²y/dz².</summary>
internal readonly record struct QuantilePoint(double Value, double Slope, double Curvature)
{
    /// <summary>The value at a distance, to second order.</summary>
    public double Extrapolated(double distance) => Value + (distance * (Slope + (0.5 * distance * Curvature)));
}
