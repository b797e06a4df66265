namespace Simulator.Experiments.Analytic;

/// <summary>How long places lie idle where each unit looks for one by itself, once a period at an instant of its own.</summary>
/// <remarks>
/// <para>
/// A free place goes to the next who looks, so whoever looks after a long gap is taken first and leaves a longer one: gaps on the circle of the
/// period merge, a gap chosen by its length with its neighbour. That is the additive coalescent. With n of N uniform looks left, Σ gap² is
/// E[B²/(λ² + B²)] with B standard normal and λ = n/√(2N), and the mean wait for the next look is P/2 of that; n looks that stayed uniform would
/// take P/(n + 1), a quarter of it at N = 1,000.
/// </para>
/// <para>
/// Source: D. Aldous and J. Pitman, <i>Annals of Probability</i> 26, 1998, "The standard additive coalescent": the block of a tagged mass. Releases are
/// taken to fall anywhere in the period.
/// </para>
/// </remarks>
internal static class PolledGaps
{
    private const int Strips = 4_000;
    private const double Farthest = 8;

    /// <summary>P k/(N + 1) to the k-th look, then the sum over n from N − k to 1 of the mean wait, k places side by side.</summary>
    /// <param name="period">P in seconds.</param>
    /// <param name="places">k, below N.</param>
    /// <param name="units">N.</param>
    public static double Seconds(double period, double places, double units)
    {
        var scale = Math.Sqrt(2 * units);
        var waits = period / 2 * scale * Integral((units - places) / scale);
        return (period * places / (units + 1)) + (waits / places);
    }

    /// <summary>∫₀^Λ E[B²/(λ² + B²)] dλ = E[|B| arctan(Λ/|B|)], by the trapezoid rule.</summary>
    private static double Integral(double upTo)
    {
        var sum = 0.0;
        for (var strip = 1; strip < Strips; strip++)
        {
            var b = Farthest * strip / Strips;
            sum += b * Math.Atan(upTo / b) * Math.Exp(-b * b / 2);
        }

        return sum * 2 / Math.Sqrt(2 * Math.PI) * Farthest / Strips;
    }
}
