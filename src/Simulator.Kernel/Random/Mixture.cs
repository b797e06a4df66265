namespace Simulator.Kernel.Random;

/// <summary>F(x) = Σ wᵢ Fᵢ(x): first a component is drawn, then a value from it.</summary>
/// <remarks>
/// <para>
/// One uniform number serves both draws: it falls into the i-th of the intervals [Wᵢ₋₁, Wᵢ) of the cumulative weights and
/// its place in that interval is the component's uniform number. <see cref="Quantile"/> is therefore a sampler that is
/// increasing within each component, but is F⁻¹ itself only if every component lies above those before it;
/// <see cref="InverseCdf"/> is always F⁻¹.
/// </para>
/// <para>Thread safety: immutable.</para>
/// </remarks>
public sealed record Mixture : Distribution
{
    private const double SmallestUniform = 1.1102230246251565e-16; // 2^-53
    private readonly Distribution[] _components;
    private readonly double[] _weights;
    private readonly double[] _cumulative;

    /// <summary>Makes a mixture.</summary>
    /// <param name="components">Laws and weights, at least one; weights finite and positive, they need not add to 1.</param>
    /// <exception cref="ArgumentException">No component.</exception>
    /// <exception cref="ArgumentNullException">A component is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight, or the sum of all, is not finite and positive.</exception>
    public Mixture(params IReadOnlyList<(Distribution Component, double Weight)> components)
    {
        if (components.Count == 0)
        {
            throw new ArgumentException("The mixture has 0 components; at least 1 is needed.", nameof(components));
        }

        var total = 0.0;
        foreach (var (component, weight) in components)
        {
            if (component is null)
            {
                throw new ArgumentNullException(nameof(components), "A component of the mixture is missing.");
            }

            total += Require.Positive(weight);
        }

        Require.Positive(total);
        _components = [.. components.Select(part => part.Component)];
        _weights = [.. components.Select(part => part.Weight / total)];
        _cumulative = new double[_weights.Length];
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i];
            _cumulative[i] = sum;
        }

        _cumulative[^1] = 1;
    }

    private Mixture(Distribution[] components, Mixture original)
    {
        _components = components;
        _weights = original._weights;
        _cumulative = original._cumulative;
    }

    /// <summary>The component laws, in the order given.</summary>
    public IReadOnlyList<Distribution> Components => _components;

    /// <summary>The weights, adding to 1, in the order of the components.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <inheritdoc/>
    public override double Mean => Average(component => component.Mean);

    /// <inheritdoc/>
    public override double Variance
    {
        get
        {
            var mean = Mean;
            return double.IsFinite(mean)
                ? Average(component => component.Variance + ((component.Mean - mean) * (component.Mean - mean)))
                : double.PositiveInfinity;
        }
    }

    /// <inheritdoc/>
    public override double Minimum => _components.Min(component => component.Minimum);

    /// <inheritdoc/>
    public override double Maximum => _components.Max(component => component.Maximum);

    /// <summary>Draws a component by the cumulative weights and a value from it by what is left of u.</summary>
    /// <param name="u">A probability in (0, 1); not checked.</param>
    /// <returns>A value of the law if u is uniform; not monotone in u, see the remarks of the type.</returns>
    public override double Quantile(double u)
    {
        var i = 0;
        while (i < _cumulative.Length - 1 && u >= _cumulative[i])
        {
            i++;
        }

        var below = i == 0 ? 0 : _cumulative[i - 1];
        var place = (u - below) / (_cumulative[i] - below);
        return _components[i].Quantile(Math.Clamp(place, SmallestUniform, 1 - SmallestUniform));
    }

    /// <inheritdoc/>
    public override double InverseCdf(double p)
    {
        // F is at most p where every component is, at least p where every component is.
        var low = _components.Min(component => component.InverseCdf(p));
        var high = _components.Max(component => component.InverseCdf(p));
        while (true)
        {
            var middle = low + (0.5 * (high - low));
            if (!(middle > low && middle < high))
            {
                return IsReached(low, p) ? low : high;
            }

            if (IsReached(middle, p))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => Average(component => component.Cdf(x));

    /// <inheritdoc/>
    public override double Survival(double x) => Average(component => component.Survival(x));

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) =>
        new Mixture(Array.ConvertAll(_components, component => component.Scaled(factor)), this);

    /// <summary>Equal components with equal weights in equal order.</summary>
    /// <param name="other">Another law.</param>
    /// <returns>Whether both are made of the same parts.</returns>
    public bool Equals(Mixture? other) =>
        other is not null && _weights.SequenceEqual(other._weights) && _components.SequenceEqual(other._components);

    /// <inheritdoc/>
    public override int GetHashCode() => (_components.Length, _components[0], _weights[0]).GetHashCode();

    private bool IsReached(double x, double p) => p < 0.5 ? Cdf(x) >= p : Survival(x) <= 1 - p;

    private double Average(Func<Distribution, double> value)
    {
        var sum = 0.0;
        for (var i = 0; i < _components.Length; i++)
        {
            sum += _weights[i] * value(_components[i]);
        }

        return sum;
    }
}
