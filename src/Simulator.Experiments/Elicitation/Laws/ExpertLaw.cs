namespace Simulator.Experiments.Elicitation.Laws;

/// <summary>What one expert believes of one number, as a law; in the unit of the question.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract record ExpertLaw
{
    /// <summary>F⁻¹(u).</summary>
    /// <param name="u">A probability in (0, 1); not checked.</param>
    public abstract double Quantile(double u);

    /// <summary>F(x) = P(X ≤ x).</summary>
    /// <param name="x">A finite number.</param>
    public abstract double Cdf(double x);
}
