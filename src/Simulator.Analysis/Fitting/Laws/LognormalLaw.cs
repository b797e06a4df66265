using MathNet.Numerics;

namespace Simulator.Analysis.Fitting.Laws;

/// <summary>F(x) = Φ((ln x − μ)/σ).</summary>
/// <param name="Mu">μ, the mean of ln X with X in seconds.</param>
/// <param name="Sigma">σ &gt; 0, the standard deviation of ln X.</param>
public sealed record LognormalLaw(double Mu, double Sigma) : DurationLaw
{
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <inheritdoc/>
    public override string Name => "lognormal";

    /// <inheritdoc/>
    public override int Parameters => 2;

    /// <inheritdoc/>
    public override double Mean => Math.Exp(Mu + (0.5 * Sigma * Sigma));

    /// <inheritdoc/>
    public override double LogDensity(double x)
    {
        var logarithm = Math.Log(x);
        var z = (logarithm - Mu) / Sigma;
        return -HalfLogTwoPi - Math.Log(Sigma) - logarithm - (0.5 * z * z);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => 0.5 * SpecialFunctions.Erfc((Mu - Math.Log(x)) / (Sigma * Constants.Sqrt2));

    /// <inheritdoc/>
    public override double Survival(double x) =>
        0.5 * SpecialFunctions.Erfc((Math.Log(x) - Mu) / (Sigma * Constants.Sqrt2));

    /// <inheritdoc/>
    public override double Quantile(double p) =>
        Math.Exp(Mu - (Sigma * Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * p)));
}
