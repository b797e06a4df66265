using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Laws;

/// <summary>F(x) by the sample itself: a step function, by Kaplan and Meier where durations had not ended.</summary>
/// <param name="Distribution">Values and shares.</param>
public sealed record EmpiricalLaw(EmpiricalDistribution Distribution) : DurationLaw
{
    /// <inheritdoc/>
    public override string Name => "empirical";

    /// <inheritdoc/>
    public override int Parameters => 0;

    /// <inheritdoc/>
    public override double Mean => Distribution.Mean;

    /// <summary>No density: a step function has none.</summary>
    public override double LogDensity(double x) => double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Cdf(double x) => Distribution.At(x);

    /// <inheritdoc/>
    public override double Survival(double x) => 1 - Cdf(x);

    /// <inheritdoc/>
    public override double Quantile(double p) => Distribution.Quantile(p);
}
