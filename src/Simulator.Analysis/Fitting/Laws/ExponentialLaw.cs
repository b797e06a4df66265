namespace Simulator.Analysis.Fitting.Laws;

/// <summary>F(x) = 1 − e^(−x/m).</summary>
/// <param name="Average">m &gt; 0, in seconds.</param>
public sealed record ExponentialLaw(double Average) : DurationLaw
{
    /// <inheritdoc/>
    public override string Name => "exponential";

    /// <inheritdoc/>
    public override int Parameters => 1;

    /// <inheritdoc/>
    public override double Mean => Average;

    /// <inheritdoc/>
    public override double LogDensity(double x) => -Math.Log(Average) - (x / Average);

    /// <inheritdoc/>
    public override double Cdf(double x) => 1 - Math.Exp(-x / Average);

    /// <inheritdoc/>
    public override double Survival(double x) => Math.Exp(-x / Average);

    /// <inheritdoc/>
    public override double Quantile(double p) => -Average * Math.Log(1 - p);
}
