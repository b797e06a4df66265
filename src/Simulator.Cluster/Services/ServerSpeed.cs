using Simulator.Kernel.ServiceCenters;

namespace Simulator.Cluster.Services;

/// <summary>r(min(n, c)): what n customers get of c servers that are in each other's way by a law, or not at all.</summary>
/// <param name="Law">r; r(n) = n where it is null.</param>
/// <param name="Servers">c.</param>
internal sealed record ServerSpeed(ScalableSpeed? Law, long Servers) : SpeedLaw
{
    public override double Of(long present)
    {
        var served = Math.Min(present, Servers);
        return Law?.Of(served) ?? served;
    }

    /// <summary>
    /// max over n of r(min(n, c)): r rises up to n = √((1 − σ)/κ) and falls from there on, so that a whole number beside it
    /// has the greatest value.
    /// </summary>
    public double Greatest()
    {
        var peak = Law is not { Coherency: > 0 } law ? Servers : Math.Sqrt((1 - law.Contention) / law.Coherency);
        var below = (long)Math.Clamp(Math.Floor(peak), 1, Servers);
        return Math.Max(Of(below), Of(Math.Min(below + 1, Servers)));
    }
}
