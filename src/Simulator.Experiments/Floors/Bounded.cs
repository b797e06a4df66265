using Simulator.Analysis.OrderStatistics;
using Simulator.Experiments.Studies;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Floors;

/// <summary>The law of min(X, b): stragglers are taken over by a spare, or started anew in time, so that nothing takes longer.</summary>
/// <param name="Inner">The law of X.</param>
/// <param name="Most">b, finite, above the least value of X.</param>
/// <remarks>Immutable, thread-safe. Moments by quadrature.</remarks>
internal sealed record Bounded(Distribution Inner, double Most) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Law.Mean() ?? Most;

    /// <inheritdoc/>
    public override double Variance => Law.StandardDeviation() is { } deviation ? deviation * deviation : 0;

    /// <inheritdoc/>
    public override double Minimum => Math.Min(Inner.Minimum, Most);

    /// <inheritdoc/>
    public override double Maximum => Math.Min(Inner.Maximum, Most);

    private Law Law => DistributionLaw.Of(this);

    /// <inheritdoc/>
    public override double Quantile(double u) => Math.Min(Most, Inner.Quantile(u));

    /// <inheritdoc/>
    public override double InverseCdf(double p) => Math.Min(Most, Inner.InverseCdf(p));

    /// <inheritdoc/>
    public override double Cdf(double x) => x >= Most ? 1 : Inner.Cdf(x);

    /// <inheritdoc/>
    public override double Survival(double x) => x >= Most ? 0 : Inner.Survival(x);

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) => new Bounded(Inner.Scaled(factor), Most * factor);
}
