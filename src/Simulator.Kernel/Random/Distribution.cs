namespace Simulator.Kernel.Random;

/// <summary>
/// A law of a real random variable, sampled by inverse transform: x = F⁻¹(u), one uniform number a sample.
/// </summary>
/// <remarks>
/// <para>Numbers carry no unit; the model uses seconds. Larger u never gives smaller x, mixtures apart.</para>
/// <para>Thread safety: immutable; all members may be called from any thread and their results depend on the arguments only.</para>
/// </remarks>
public abstract record Distribution
{
    /// <summary>E[X]; +∞ where it diverges.</summary>
    public abstract double Mean { get; }

    /// <summary>E[(X − E[X])²]; +∞ where it or the mean diverges.</summary>
    public abstract double Variance { get; }

    /// <summary>The greatest lower bound of the values.</summary>
    public abstract double Minimum { get; }

    /// <summary>The least upper bound of the values; may be +∞.</summary>
    public abstract double Maximum { get; }

    /// <summary>F⁻¹(u) = inf { x : F(x) ≥ u }.</summary>
    /// <param name="u">A probability in (0, 1); not checked, since this is the innermost loop.</param>
    /// <returns>The quantile, in the unit of the law; monotone in <paramref name="u"/> (but see <see cref="Mixture"/>).</returns>
    public abstract double Quantile(double u);

    /// <summary>The quantiles of many probabilities: <c>x[i] = Quantile(u[i])</c>, bit for bit.</summary>
    /// <param name="u">Probabilities in (0, 1), shape [n]; not checked.</param>
    /// <param name="x">Shape [n]; may be the very same memory as <paramref name="u"/>, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public virtual void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Require.SameLength(u.Length, x.Length);
        for (var i = 0; i < u.Length; i++)
        {
            x[i] = Quantile(u[i]);
        }
    }

    /// <summary>F⁻¹(p), by itself: the same as <see cref="Quantile"/> except for laws whose sampler is not F⁻¹.</summary>
    /// <param name="p">A probability in (0, 1); not checked.</param>
    /// <returns>The quantile, in the unit of the law; monotone in <paramref name="p"/>.</returns>
    public virtual double InverseCdf(double p) => Quantile(p);

    /// <summary>F(x) = P(X ≤ x).</summary>
    /// <param name="x">A real number or ±∞.</param>
    /// <returns>A probability in [0, 1].</returns>
    public abstract double Cdf(double x);

    /// <summary>1 − F(x) = P(X &gt; x), without the cancellation of that difference: accurate in the far tail.</summary>
    /// <param name="x">A real number or ±∞.</param>
    /// <returns>A probability in [0, 1].</returns>
    public abstract double Survival(double x);

    /// <summary>The law of factor · X.</summary>
    /// <param name="factor">Finite and positive.</param>
    /// <returns>A law of the same family.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not finite and positive.</exception>
    public abstract Distribution Scaled(double factor);
}
