using Simulator.Kernel.Random;

namespace Simulator.Experiments.Elicitation.Laws;

/// <summary>
/// The law through P10, P50 and P90: g(X) = g(P50) + s Z with Z standard normal, s = (g(P50) − g(P10))/z below the middle and
/// s = (g(P90) − g(P50))/z above it, z = Φ⁻¹(0.9); g(x) = ln x, or ln[x/(c − x)] where the number has a ceiling c.
/// </summary>
/// <remarks>
/// <para>
/// It passes through all three answers exactly, whatever their skewness, stays above 0 and below the ceiling, and is the
/// lognormal law where P50² = P10 · P90. Its density jumps at the median, its quantile function does not.
/// </para>
/// <para>
/// Source: the two-piece normal law, S. John, <i>Communications in Statistics - Theory and Methods</i> 11, 1982, here split at
/// the median so that each piece has probability 1/2.
/// </para>
/// </remarks>
public sealed record SplitNormalLaw : ExpertLaw
{
    private static readonly double Ninth = Elementary.NormalQuantile(0.9);

    private readonly double _middle;
    private readonly double _below;
    private readonly double _above;
    private readonly double _ceiling;

    /// <summary>Makes the law.</summary>
    /// <param name="p10">One chance in ten to lie below it; above 0.</param>
    /// <param name="p50">As likely above as below; at least <paramref name="p10"/>.</param>
    /// <param name="p90">One chance in ten to lie above it; at least <paramref name="p50"/>, below the ceiling.</param>
    /// <param name="ceiling">What the number never reaches, 100 for a share in per cent; +∞ where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The answers do not rise, or leave (0, ceiling).</exception>
    public SplitNormalLaw(double p10, double p50, double p90, double ceiling = double.PositiveInfinity)
    {
        if (!(p10 > 0 && p10 <= p50 && p50 <= p90 && p90 < ceiling))
        {
            throw new ArgumentOutOfRangeException(
                nameof(p50),
                p50,
                $"0 < P10 <= P50 <= P90 < {ceiling} is needed; they are {p10}, {p50} and {p90}."
            );
        }

        _ceiling = ceiling;
        _middle = Stretched(p50);
        _below = (_middle - Stretched(p10)) / Ninth;
        _above = (Stretched(p90) - _middle) / Ninth;
    }

    /// <inheritdoc/>
    public override double Quantile(double u)
    {
        var z = Elementary.NormalQuantile(u);
        var stretched = Elementary.Exp(_middle + (z * (z < 0 ? _below : _above)));
        return double.IsPositiveInfinity(_ceiling) ? stretched : _ceiling * (stretched / (1 + stretched));
    }

    /// <inheritdoc/>
    public override double Cdf(double x)
    {
        if (x <= 0 || x >= _ceiling)
        {
            return x <= 0 ? 0 : 1;
        }

        var distance = Stretched(x) - _middle;
        var spread = distance < 0 ? _below : _above;
        return spread > 0 ? Elementary.NormalCdf(distance / spread)
            : distance < 0 ? 0
            : 1;
    }

    private double Stretched(double x) => Elementary.Log(double.IsPositiveInfinity(_ceiling) ? x : x / (_ceiling - x));
}
