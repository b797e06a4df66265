namespace Simulator.Analysis.Estimates;

/// <summary>
/// Decides how many replications are enough: stop at the first look n of 30, 60, 120, ... with
/// h(n) / |x̄(n)| ≤ ε / (1 + ε), or at the cap.
/// </summary>
/// <remarks>
/// <para>Immutable. A look sees replications 0..n−1 in index order, so the verdict does not depend on which thread ends first.</para>
/// <para>
/// The adjusted ε / (1 + ε) makes ε the relative error against the true mean. Looking often would stop too early:
/// hence few looks, each doubling the sample.
/// </para>
/// <para>Source: A. M. Law, <i>Simulation Modeling and Analysis</i>, 5th ed., 2015, section 9.4.1.</para>
/// </remarks>
public sealed record StoppingRule
{
    /// <summary>Relative error ε that is asked for, &gt; 0; 0.02 = 2 %.</summary>
    public required double RelativeError { get; init; }

    /// <summary>Level γ of the interval, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The first look, in replications, ≥ 2; below 30 the interval is indicative only.</summary>
    public int FirstLook { get; init; } = 30;

    /// <summary>The most replications that are ever asked for, ≥ 2.</summary>
    public int Cap { get; init; } = 7680;

    /// <summary>
    /// Whether the quantity is known to have an infinite variance (a Pareto tail with exponent ≤ 2): then the mean is
    /// refused, the first look ends the run, and quantiles are what can be told.
    /// </summary>
    public bool InfiniteVariance { get; init; }

    /// <summary>The number of replications of the next look after some are done: the first of 30, 60, 120, ... above it.</summary>
    /// <param name="done">Replications completed, ≥ 0.</param>
    /// <returns>The next look, at most <see cref="Cap"/>; null where the cap is reached.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="done"/> is negative.</exception>
    public int? NextLook(int done)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(done);
        if (done >= Cap)
        {
            return null;
        }

        long look = FirstLook;
        while (look <= done)
        {
            look *= 2;
        }

        return (int)Math.Min(look, Cap);
    }

    /// <summary>Whether an estimate is as precise as asked: h / |x̄| ≤ ε / (1 + ε).</summary>
    /// <param name="estimate">An estimate at the confidence of this rule.</param>
    /// <returns>True where the relative half-width exists and is small enough.</returns>
    public bool IsMetBy(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return estimate.RelativeHalfWidth <= RelativeError / (1 + RelativeError);
    }

    /// <summary>Judges the replications at hand, look by look in index order.</summary>
    /// <param name="samples">
    /// One finite value per replication in index order, shape [n], n ≥ 0. More than needed may be there: the verdict rests
    /// on the first look that is met and ignores the rest.
    /// </param>
    /// <returns>Stop (met or not met at the cap), or the next look to complete.</returns>
    /// <exception cref="ArgumentException">A sample that is not finite.</exception>
    /// <exception cref="InvalidOperationException">The rule itself is out of range.</exception>
    /// <remarks>O(n).</remarks>
    public StoppingOutcome Judge(IReadOnlyList<double> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (!(RelativeError > 0) || FirstLook < 2 || Cap < 2)
        {
            throw new InvalidOperationException(
                $"A relative error of {RelativeError}, a first look at {FirstLook} and a cap of {Cap} are no rule."
            );
        }

        var reached = 0;
        Estimate? mean = null;
        for (var look = NextLook(0); look is { } count; look = NextLook(count))
        {
            if (samples.Count < count)
            {
                return new StoppingOutcome(reached, Met: false, count, mean, MeanRefused: InfiniteVariance);
            }

            reached = count;
            if (InfiniteVariance)
            {
                break;
            }

            mean = Estimate.FromReplications([.. samples.Take(count)], Confidence);
            if (IsMetBy(mean))
            {
                return new StoppingOutcome(count, Met: true, NextLook: null, mean, MeanRefused: false);
            }
        }

        return new StoppingOutcome(reached, Met: false, NextLook: null, mean, MeanRefused: InfiniteVariance);
    }
}
