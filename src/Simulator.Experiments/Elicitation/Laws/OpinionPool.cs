namespace Simulator.Experiments.Elicitation.Laws;

/// <summary>The linear opinion pool: F(x) = Σ wᵢ Fᵢ(x), Σ wᵢ = 1: the law of one expert, drawn by weight.</summary>
/// <remarks>
/// <para>It keeps disagreement: two experts who exclude each other leave two humps, not a compromise that neither believes.</para>
/// <para>Source: M. Stone, <i>Annals of Mathematical Statistics</i> 32, 1961. Immutable and thread-safe.</para>
/// </remarks>
public sealed class OpinionPool
{
    private const int MostHalvings = 200;

    private readonly IReadOnlyList<(ExpertLaw Law, double Weight)> _parts;

    /// <summary>Makes the pool.</summary>
    /// <param name="parts">The laws with their weights, at least one; weights above 0, of any sum.</param>
    /// <exception cref="ArgumentException">No law, or a weight that is not above 0.</exception>
    public OpinionPool(IReadOnlyList<(ExpertLaw Law, double Weight)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0 || !parts.All(part => part.Weight > 0))
        {
            throw new ArgumentException("At least one law is needed, each with a weight above 0.", nameof(parts));
        }

        var sum = parts.Sum(part => part.Weight);
        _parts = [.. parts.Select(part => (part.Law, part.Weight / sum))];
    }

    /// <summary>The share of each law, in their order.</summary>
    public IEnumerable<double> Weights => _parts.Select(part => part.Weight);

    /// <summary>F(x).</summary>
    /// <param name="x">A finite number.</param>
    public double Cdf(double x) => _parts.Sum(part => part.Weight * part.Law.Cdf(x));

    /// <summary>F⁻¹(u) = inf { x : F(x) ≥ u }, by halving between the least and the greatest quantile of the parts.</summary>
    /// <param name="u">A probability in (0, 1); not checked.</param>
    /// <returns>The quantile, to the last bit but for rounding of F; that of the law itself where there is one only.</returns>
    public double Quantile(double u)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (law, _) in _parts)
        {
            var quantile = law.Quantile(u);
            (low, high) = (Math.Min(low, quantile), Math.Max(high, quantile));
        }

        for (var halving = 0; halving < MostHalvings; halving++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Cdf(middle) >= u ? (low, middle) : (middle, high);
        }

        return high;
    }
}
