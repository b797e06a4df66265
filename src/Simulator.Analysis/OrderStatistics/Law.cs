namespace Simulator.Analysis.OrderStatistics;

/// <summary>
/// The law of one duration, told by its survival function S(x) = P(X > x); closed under maxima, sums and shifts.
/// </summary>
/// <remarks>
/// <para>
/// S must be non-increasing, right-continuous and accurate relative to itself far out in the tail: the maximum of 1e9
/// nodes lives where S is 1e-9, so <c>1 − Cdf(x)</c> is not good enough. Jumps and kinks of S must be named.
/// </para>
/// <para>Immutable; safe to share between threads where the delegate is.</para>
/// </remarks>
public sealed class Law
{
    /// <summary>S(x) = P(X > x) for Lower ≤ x &lt; Upper, in [0, 1]; never asked elsewhere.</summary>
    public required Func<double, double> Survival { get; init; }

    /// <summary>Infimum of the support, finite; 0 unless told otherwise.</summary>
    public double Lower { get; init; }

    /// <summary>Supremum of the support; +∞ unless told otherwise.</summary>
    public double Upper { get; init; } = double.PositiveInfinity;

    /// <summary>Values with positive probability, ascending; none unless told otherwise.</summary>
    public IReadOnlyList<Atom> Atoms { get; init; } = [];

    /// <summary>Further points where the density jumps, ascending; none unless told otherwise.</summary>
    public IReadOnlyList<double> Kinks { get; init; } = [];

    /// <summary>Whether the atoms are the whole law.</summary>
    internal bool IsDiscrete => Atoms.Count > 0 && Atoms.Sum(atom => atom.Mass) > 1 - 1e-12;

    /// <summary>The law of a constant: P(X = c) = 1.</summary>
    /// <param name="value">c, finite.</param>
    /// <returns>The law.</returns>
    public static Law Constant(double value) => Discrete([new Atom(value, 1)]);

    /// <summary>The law of a value drawn from a sample, each entry with probability 1/n: the step inverse, no interpolation.</summary>
    /// <param name="sample">Values, shape [n], n ≥ 1, finite, any order.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentException">An empty sample or a value that is not finite.</exception>
    public static Law Empirical(IReadOnlyList<double> sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return Discrete([.. sample.Select(value => new Atom(value, 1.0 / sample.Count))]);
    }

    /// <summary>The law of a value that takes finitely many values: P(X = vᵢ) = mᵢ.</summary>
    /// <param name="atoms">Values and masses, any order; equal values are merged, the masses sum to 1 within 1e-9.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentException">No atom, one not finite, a mass ≤ 0, or masses that do not sum to 1.</exception>
    public static Law Discrete(IReadOnlyList<Atom> atoms)
    {
        ArgumentNullException.ThrowIfNull(atoms);
        return DiscreteLaw.From(atoms);
    }

    /// <summary>The law of a sum of independent values: X₁ + X₂ + ... + X_m.</summary>
    /// <param name="terms">The laws of the terms, shape [m], m ≥ 1; a law that occurs twice counts twice.</param>
    /// <returns>The law of the sum: exact for constants, numeric convolution with relative error about 1e-9 else.</returns>
    /// <exception cref="ArgumentException">No term.</exception>
    /// <remarks>
    /// Costs about a tenth of a second for each different term once; the law that comes back is cheap to ask. Errors stay
    /// relative in the upper tail down to 1e-24. A sample is convolved as the discrete law that it is; of one with more
    /// than 1024 values the 256 largest stay and the others are merged, with the mean kept.
    /// </remarks>
    public static Law Sum(IReadOnlyList<Law> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Convolution.Of(terms);
    }

    /// <summary>The law of the largest of independent values of several kinds: P(max ≤ x) = ∏ F_g(x)^n_g.</summary>
    /// <param name="groups">Laws with how many nodes each, shape [groups], at least one group, counts ≥ 1.</param>
    /// <returns>The law of the maximum.</returns>
    /// <exception cref="ArgumentException">No group, or a count below 1.</exception>
    public static Law MaximumOf(IReadOnlyList<(Law Law, long Count)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return MaximumLaw.Of(groups);
    }

    /// <summary>The law of the largest of n independent values of this law: P(max > x) = −expm1(n log1p(−S(x))).</summary>
    /// <param name="count">n ≥ 1; 1e9 is as accurate as 1.</param>
    /// <returns>The law of the maximum, as accurate in its tail as this one.</returns>
    /// <exception cref="ArgumentException"><paramref name="count"/> is below 1.</exception>
    /// <remarks>Source: H. A. David and H. N. Nagaraja, <i>Order Statistics</i>, 3rd ed., 2003, section 2.1.</remarks>
    public Law MaximumOf(long count) => count == 1 ? this : MaximumLaw.Of([(this, count)]);

    /// <summary>The law of the value plus a constant: X + c.</summary>
    /// <param name="offset">c, finite.</param>
    /// <returns>The law.</returns>
    public Law Plus(double offset) =>
        new()
        {
            Survival = x => SurvivalAt(x - offset),
            Lower = Lower + offset,
            Upper = Upper + offset,
            Atoms = [.. Atoms.Select(atom => new Atom(atom.Value + offset, atom.Mass))],
            Kinks = [.. Kinks.Select(kink => kink + offset)],
        };

    /// <summary>P(X > x) for any x.</summary>
    /// <param name="x">A value, not NaN.</param>
    /// <returns>The probability in [0, 1].</returns>
    public double SurvivalAt(double x)
    {
        if (x < Lower)
        {
            return 1;
        }

        return x >= Upper ? 0 : Math.Clamp(Survival(x), 0, 1);
    }

    /// <summary>The smallest x with P(X > x) ≤ s, found by bisection to the last bit.</summary>
    /// <param name="survival">s in (0, 1).</param>
    /// <returns>The upper quantile; null where no finite value is large enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="survival"/> lies outside (0, 1).</exception>
    public double? UpperQuantile(double survival) => LawInversion.UpperQuantile(this, survival);

    /// <summary>The p-quantile: the smallest x with P(X ≤ x) ≥ p.</summary>
    /// <param name="probability">p in (0, 1); far in the upper tail use <see cref="UpperQuantile"/>.</param>
    /// <returns>The quantile; null where no finite value is large enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> lies outside (0, 1).</exception>
    public double? Quantile(double probability) => LawInversion.UpperQuantile(this, 1 - probability);

    /// <summary>The p-quantile of the largest of n values: the smallest x with S(x) ≤ −expm1(ln(p) / n).</summary>
    /// <param name="count">n ≥ 1.</param>
    /// <param name="probability">p in (0, 1).</param>
    /// <returns>The quantile; null where no finite value is large enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    public double? QuantileOfMaximum(long count, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return LawInversion.UpperQuantile(this, -CancellationFree.ExpMinusOne(Math.Log(probability) / count));
    }

    /// <summary>E[X] = Lower + ∫ S(x) dx from Lower to Upper.</summary>
    /// <returns>The mean, relative error about 1e-10; null where it is infinite.</returns>
    /// <remarks>
    /// Adaptive quadrature between the named kinks and the law's own quantiles, the tail in logarithmic steps. An infinite
    /// mean is told from the tail's exponent at 1e140 and beyond, so it is seen for power tails only.
    /// </remarks>
    public double? Mean() => LawMoments.Mean(this);

    /// <summary>sd = √E[(X − E[X])²], by the same quadrature.</summary>
    /// <returns>The standard deviation, relative error about 1e-9; null where it is infinite.</returns>
    public double? StandardDeviation() => LawMoments.Variance(this) is { } variance ? Math.Sqrt(variance) : null;
}
