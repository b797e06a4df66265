using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Laws;

/// <summary>P(X = c) = 1: every observation allows the same value.</summary>
/// <param name="Value">c &gt; 0, in seconds.</param>
public sealed record ConstantLaw(double Value) : DurationLaw
{
    /// <inheritdoc/>
    public override string Name => "constant";

    /// <inheritdoc/>
    public override int Parameters => 1;

    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double LogDensity(double x) => x == Value ? 0 : double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Cdf(double x) => x >= Value ? 1 : 0;

    /// <inheritdoc/>
    public override double Survival(double x) => 1 - Cdf(x);

    /// <inheritdoc/>
    public override double Quantile(double p) => Value;

    /// <summary>The constant that all observations allow; null where they differ.</summary>
    internal static ConstantLaw? Of(DurationSample sample)
    {
        double low = 0,
            high = double.PositiveInfinity;
        var isClosed = false;
        foreach (var entry in sample.Span)
        {
            isClosed = entry.Low > low ? entry.IsExact : isClosed || (entry.Low == low && entry.IsExact);
            (low, high) = (Math.Max(low, entry.Low), Math.Min(high, entry.High));
        }

        return !double.IsFinite(high) || low > high || (low == high && !isClosed) ? null : new ConstantLaw(high);
    }
}
