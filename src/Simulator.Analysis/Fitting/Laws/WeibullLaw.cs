using MathNet.Numerics;

namespace Simulator.Analysis.Fitting.Laws;

/// <summary>F(x) = 1 − e^(−(x/λ)^k).</summary>
/// <param name="Shape">k &gt; 0.</param>
/// <param name="Scale">λ &gt; 0, in seconds.</param>
public sealed record WeibullLaw(double Shape, double Scale) : DurationLaw
{
    /// <inheritdoc/>
    public override string Name => "weibull";

    /// <inheritdoc/>
    public override int Parameters => 2;

    /// <inheritdoc/>
    public override double Mean => Scale * Math.Exp(SpecialFunctions.GammaLn(1 + (1 / Shape)));

    /// <inheritdoc/>
    public override double LogDensity(double x)
    {
        var logarithm = Math.Log(x / Scale);
        return Math.Log(Shape / Scale) + ((Shape - 1) * logarithm) - Math.Exp(Shape * logarithm);
    }

    /// <inheritdoc/>
    public override double Cdf(double x)
    {
        var hazard = Math.Pow(x / Scale, Shape);
        return hazard < 1e-5 ? hazard - (0.5 * hazard * hazard) : 1 - Math.Exp(-hazard);
    }

    /// <inheritdoc/>
    public override double Survival(double x) => Math.Exp(-Math.Pow(x / Scale, Shape));

    /// <inheritdoc/>
    public override double Quantile(double p) => Scale * Math.Pow(-Math.Log(1 - p), 1 / Shape);
}
