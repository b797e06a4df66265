namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>Quantiles of times in seconds: x₍⌈np⌉₎ of the sample, without interpolation.</summary>
/// <param name="P2">P2.5.</param>
/// <param name="P10">P10.</param>
/// <param name="P50">P50.</param>
/// <param name="P90">P90.</param>
/// <param name="P97">P97.5.</param>
public sealed record TimeBand(double P2, double P10, double P50, double P90, double P97)
{
    /// <summary>Reads the quantiles off a sample.</summary>
    /// <param name="seconds">At least one time.</param>
    public static TimeBand Of(IEnumerable<double> seconds)
    {
        var sorted = seconds.Order().ToArray();
        double At(double share) =>
            sorted[Math.Clamp((int)Math.Ceiling((sorted.Length * share) - 1e-9) - 1, 0, sorted.Length - 1)];

        return new TimeBand(At(0.025), At(0.1), At(0.5), At(0.9), At(0.975));
    }
}
