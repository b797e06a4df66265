using Simulator.Kernel.Random;

namespace Simulator.Experiments.Elicitation.Laws;

/// <summary>The triangular law on least, most likely and greatest value; a certain number where all three are one.</summary>
/// <remarks>
/// Not PERT: the triangle is the wider of the two through the same three numbers, and experts' ranges are too narrow as a rule
/// (M. G. Morgan and M. Henrion, <i>Uncertainty</i>, 1990, section 6.4).
/// </remarks>
public sealed record TriangleLaw : ExpertLaw
{
    private readonly Distribution _law;

    /// <summary>Makes the law.</summary>
    /// <param name="least">Least value, at least 0.</param>
    /// <param name="mode">Most likely value.</param>
    /// <param name="greatest">Greatest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The three do not rise, or begin below 0.</exception>
    public TriangleLaw(double least, double mode, double greatest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(mode, least);
        ArgumentOutOfRangeException.ThrowIfLessThan(greatest, mode);
        _law = least < greatest ? new Triangular(least, mode, greatest) : new Constant(least);
    }

    /// <inheritdoc/>
    public override double Quantile(double u) => _law.Quantile(u);

    /// <inheritdoc/>
    public override double Cdf(double x) => _law.Cdf(x);
}
