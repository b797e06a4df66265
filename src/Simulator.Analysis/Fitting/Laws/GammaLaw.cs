using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Fitting.Laws;

/// <summary>f(x) = x^(k−1) e^(−x/θ) / (Γ(k) θ^k) with θ = m/k.</summary>
/// <remarks>Shape and mean are orthogonal, so their estimates hardly disturb each other.</remarks>
public sealed record GammaLaw : DurationLaw
{
    private readonly double _logFactor;

    /// <summary>Makes the law.</summary>
    /// <param name="shape">k &gt; 0.</param>
    /// <param name="mean">m &gt; 0, in seconds.</param>
    public GammaLaw(double shape, double mean)
    {
        (Shape, Mean) = (shape, mean);
        _logFactor = -SpecialFunctions.GammaLn(shape) - (shape * Math.Log(Scale));
    }

    /// <summary>k.</summary>
    public double Shape { get; }

    /// <summary>θ = m/k, in seconds.</summary>
    public double Scale => Mean / Shape;

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override string Name => "gamma";

    /// <inheritdoc/>
    public override int Parameters => 2;

    /// <inheritdoc/>
    public override double LogDensity(double x) => _logFactor + ((Shape - 1) * Math.Log(x)) - (x / Scale);

    /// <inheritdoc/>
    public override double Cdf(double x) =>
        double.IsPositiveInfinity(x) ? 1 : SpecialFunctions.GammaLowerRegularized(Shape, x / Scale);

    /// <inheritdoc/>
    public override double Survival(double x) =>
        double.IsPositiveInfinity(x) ? 0
        : x == 0 ? 1
        : SpecialFunctions.GammaUpperRegularized(Shape, x / Scale);

    /// <inheritdoc/>
    public override double Quantile(double p) => Gamma.InvCDF(Shape, 1 / Scale, p);
}
