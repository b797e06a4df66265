namespace Simulator.Analysis.Fitting.Laws;

/// <summary>1 − F(x) = (m/x)^α for x ≥ m.</summary>
/// <param name="Shape">α &gt; 0.</param>
/// <param name="Scale">m &gt; 0, the least value, in seconds.</param>
public sealed record ParetoLaw(double Shape, double Scale) : DurationLaw
{
    /// <inheritdoc/>
    public override string Name => "pareto";

    /// <inheritdoc/>
    public override int Parameters => 2;

    /// <inheritdoc/>
    public override double Mean => Shape > 1 ? Shape * Scale / (Shape - 1) : double.PositiveInfinity;

    /// <inheritdoc/>
    public override double LogDensity(double x) =>
        x < Scale ? double.NegativeInfinity : Math.Log(Shape / x) + (Shape * Math.Log(Scale / x));

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= Scale ? 0 : 1 - Survival(x);

    /// <inheritdoc/>
    public override double Survival(double x) => x <= Scale ? 1 : Math.Pow(Scale / x, Shape);

    /// <inheritdoc/>
    public override double Quantile(double p) => Scale * Math.Pow(1 - p, -1 / Shape);
}
