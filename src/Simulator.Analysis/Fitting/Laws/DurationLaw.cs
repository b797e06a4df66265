using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Laws;

/// <summary>A law of a duration with fitted parameters, told by density, distribution and quantile.</summary>
/// <remarks>
/// Times are seconds. Immutable; thread-safe. Source of the formulas: N. L. Johnson, S. Kotz and N. Balakrishnan,
/// <i>Continuous Univariate Distributions</i>, vol. 1, 2nd ed., 1994.
/// </remarks>
public abstract record DurationLaw
{
    /// <summary>Its name as a scenario spells it.</summary>
    public abstract string Name { get; }

    /// <summary>Number of free parameters.</summary>
    public abstract int Parameters { get; }

    /// <summary>E[X]; +∞ where it diverges.</summary>
    public abstract double Mean { get; }

    /// <summary>ln f(x) for x &gt; 0; −∞ where the density is 0.</summary>
    public abstract double LogDensity(double x);

    /// <summary>F(x) = P(X ≤ x) for x ≥ 0 or +∞.</summary>
    public abstract double Cdf(double x);

    /// <summary>1 − F(x) without cancellation.</summary>
    public abstract double Survival(double x);

    /// <summary>F⁻¹(p) for p in (0, 1).</summary>
    public abstract double Quantile(double p);

    /// <summary>A value of the law from one uniform number; need not be F⁻¹.</summary>
    internal virtual double Draw(double u) => Quantile(u);

    /// <summary>ln P(observation): the density of a known duration, the probability of an interval.</summary>
    internal double LogProbability(Observation entry)
    {
        if (entry.IsExact)
        {
            return LogDensity(entry.High);
        }

        return Math.Log(entry.IsCensored ? Survival(entry.Low) : Between(entry.Low, entry.High));
    }

    /// <summary>P(low &lt; X ≤ high), from the tail that is smaller.</summary>
    internal double Between(double low, double high)
    {
        var below = Cdf(low);
        return below < 0.5 ? Cdf(high) - below : Survival(low) - Survival(high);
    }

    /// <summary>ln L = Σ count · ln P(observation).</summary>
    internal double LogLikelihood(DurationSample sample)
    {
        var sum = 0.0;
        foreach (var entry in sample.Span)
        {
            sum += entry.Count * LogProbability(entry);
        }

        return double.IsNaN(sum) ? double.NegativeInfinity : sum;
    }
}
