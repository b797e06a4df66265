namespace Simulator.Analysis.Fitting.Laws;

/// <summary>F(x) = (x − a)/(b − a) on [a, b].</summary>
/// <param name="Least">a ≥ 0, in seconds.</param>
/// <param name="Greatest">b &gt; a, in seconds.</param>
public sealed record UniformLaw(double Least, double Greatest) : DurationLaw
{
    /// <inheritdoc/>
    public override string Name => "uniform";

    /// <inheritdoc/>
    public override int Parameters => 2;

    /// <inheritdoc/>
    public override double Mean => 0.5 * (Least + Greatest);

    /// <inheritdoc/>
    public override double LogDensity(double x) =>
        x >= Least && x <= Greatest ? -Math.Log(Greatest - Least) : double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Cdf(double x) => Math.Clamp((x - Least) / (Greatest - Least), 0, 1);

    /// <inheritdoc/>
    public override double Survival(double x) => Math.Clamp((Greatest - x) / (Greatest - Least), 0, 1);

    /// <inheritdoc/>
    public override double Quantile(double p) => Least + (p * (Greatest - Least));
}
